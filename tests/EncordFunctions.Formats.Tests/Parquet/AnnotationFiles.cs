using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Parquet;

/// <summary>The file of a table beside its rows: its groups and what it says of itself.</summary>
public sealed class AnnotationFiles
{
    private static readonly AnnotationsParquet Format = new();

    [Fact]
    public async Task An_export_without_annotations_is_a_table_all_the_same()
    {
        var joined = await Joined.WriteAsync(Format, null, (Writing.Row, []));

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        Assert.Equal(0L, duck.One("SELECT count(*) FROM FILE"));
        Assert.Equal(46, duck.Ask("DESCRIBE SELECT * FROM FILE").Count);
        Assert.Equal(0L, duck.One("SELECT count(*) FROM parquet_metadata(FILE)"));
    }

    [Fact]
    public async Task Many_annotations_are_several_groups_and_the_same_bytes_every_time()
    {
        var events = Enumerable.Range(0, 60_001).Select(i => Writing.Read(new BoundingBox(i % 600, i % 400, 1 + (i % 7), 2))).ToArray();

        var joined = await Joined.WriteAsync(Format, null, (Writing.Row, events));
        var again = await Joined.WriteAsync(Format, null, (Writing.Row, events));

        var file = joined.Files.Files["annotations.parquet"];
        Assert.Equal(file, again.Files.Files["annotations.parquet"]);
        using var duck = new Duck(file);
        // Some 200 bytes a box, and 8 MB a group.
        Assert.Equal([[40_113L], [19_888L]], duck.Ask("SELECT DISTINCT row_group_num_rows FROM parquet_metadata(FILE) ORDER BY 1 DESC"));
        Assert.Equal(
            [[60_001L, (double)Enumerable.Range(0, 60_001).Sum(i => 2 * (1 + (i % 7)))]],
            duck.Ask("SELECT count(geometry), sum(area) FROM FILE"));
        Assert.Equal(60_001L, duck.One("SELECT count(*) FROM FILE WHERE ST_AsText(geometry) LIKE 'POLYGON%' AND bbox_x = bbox_x"));
    }

    [Fact]
    public async Task Large_annotations_end_a_group_early()
    {
        var line = new Polyline([.. Enumerable.Range(0, 300_000).Select(i => new Vertex(i / 7.0, i % 3))]);

        var joined = await Joined.WriteAsync(Format, null, (Writing.Row, [.. Enumerable.Repeat(Writing.Read(line), 5)]));

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        Assert.Equal([[2L], [2L], [1L]], duck.Ask("SELECT row_group_num_rows FROM parquet_metadata(FILE) WHERE path_in_schema = 'geometry' ORDER BY row_group_id"));
        Assert.Equal([[4_800_009]], duck.Ask("SELECT DISTINCT octet_length(ST_AsWKB(geometry))::INT FROM FILE"));
    }

    [Fact]
    public async Task The_file_says_that_its_geometry_is_wkb_of_no_place_on_earth()
    {
        var joined = await Joined.WriteAsync(
            Format, null, (Writing.Row, [Writing.Read(new Point3D(new(1, 2, 3))), Writing.Read(new Point(new(1, 2))), Writing.Read(new Bitmask(Writing.TopRow))]));

        using var duck = new Duck(joined.Files.Files["annotations.parquet"]);
        Assert.Equal(
            """{"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","geometry_types":["Point","Polygon","Point Z"],"crs":null,"orientation":"counterclockwise"}}}""",
            duck.One("SELECT decode(value) FROM parquet_kv_metadata(FILE) WHERE decode(key) = 'geo'"));
    }
}

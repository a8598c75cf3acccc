using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Yolo;

public sealed class LoadableLabels
{
    public static TheoryData<string> Tasks { get; } = [.. Yolo.Tasks];

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task A_loader_takes_every_file_of_the_sample_export(string task)
    {
        var (rows, truth, ontology) = Yolo.Sample();

        var joined = await Joined.WriteAsync(Yolo.Of(task), ontology, rows);

        Assert.Equal(truth.Sum(static row => row.Annotations.Count), joined.Ledger.Sum(static line => line.In));
        var lines = 0;
        foreach (var file in joined.Files.Files.Keys.Where(static path => path.EndsWith(".txt", StringComparison.Ordinal)))
            lines += Yolo.Read(joined, task, file).Count;
        Assert.True(lines > 10);
        Assert.Equal(joined.Count, lines);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task A_loader_takes_every_file_of_a_large_export_and_finds_it_where_it_looks(string task)
    {
        var export = LoadExport.Create(rows: 30, objectsPerRow: 40, seed: 5);
        SampleRow[] rows = [.. Enumerable.Range(0, 30).Select(export.Row)];

        var joined = await Yolo.WriteAsync(task, rows);

        var lines = 0;
        foreach (var row in rows)
        {
            var picture = $"yolo/{task}/images/{row.Truth.Annotations[0].DataUnitHash.Replace('/', '_').Replace('+', '-')}.jpg";
            lines += Yolo.Read(joined, task, LoaderRules.LabelsOf(picture)).Count;
        }
        Assert.Equal(joined.Count, lines);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task The_order_rows_are_processed_in_shows_nowhere(string task)
    {
        var (rows, _, ontology) = Yolo.Sample();
        var read = await Task.WhenAll(rows.Select(async (text, ordinal) => (await Reading.RowAsync(text, ordinal, ontology))));

        var forwards = await Joined.WriteAsync(Yolo.Of(task), ontology, read);
        var backwards = await Joined.WriteAsync(Yolo.Of(task), ontology, [.. read.Reverse()]);

        Assert.Equal(forwards.Files.Files, backwards.Files.Files);
    }

    [Fact]
    public async Task All_tasks_number_the_classes_alike()
    {
        var (rows, _, ontology) = Yolo.Sample();
        var names = new List<string[]>();
        foreach (var task in Yolo.Tasks) names.Add(Yolo.Names(await Joined.WriteAsync(Yolo.Of(task), ontology, rows), task));
        Assert.All(names, one => Assert.Equal(ontology.Objects.Select(static of => of.Name), one));
    }

    [Fact]
    public async Task A_task_that_has_nothing_to_say_has_no_folder()
    {
        var row = RowBuilder.Image("a.jpg", 100, 100);
        var joined = await Yolo.WriteAsync("pose", row.Box(row.Object("Car"), 1, 2, 3, 4).Build());
        Assert.Empty(joined.Files.Files);
    }
}

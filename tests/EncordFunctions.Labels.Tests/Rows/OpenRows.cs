using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Rows whose data type does not say how they are laid out: unknown ones, none, and deleted data.</summary>
public sealed class OpenRows
{
    private const string Answer = """ "object_answers":{"r":{"featureHash":"f","range":[[3,9]]},"a":{"classifications":[]} } """;

    [Fact]
    public void A_data_type_nobody_knows_is_named_and_read_by_what_it_looks_like()
    {
        var flat = Row.Unit("u0", Row.Labels(Row.Object("a", Row.Box)));
        var keyed = Row.Unit("u1", $$"""{"7":{{Row.Labels(Row.Object("a", Row.Box))}},"front@12":{{Row.Labels(Row.Object("a", Row.Box))}} }""", sequence: 1);
        var row = Row.Of("hologram", $"{flat},{keyed}", Answer);

        var reading = Reading.Of(row);

        Assert.Equal(["u0 0  ", "u1 7  ", "u1 12 front ", "u0   3-9"], reading.Annotations.Select(annotation =>
            $"{annotation.Unit.Hash} {annotation.Frame?.Number} {annotation.Frame?.Stream} {EventText.Of(annotation.Range)}"));
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.UnknownDataType, Severity.Warning, "/data_type"), (issue.Code, issue.Code.Severity, issue.Pointer));
        Assert.StartsWith("\"hologram\"", row[(int)issue.Offset..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_data_type_is_read_too()
    {
        var reading = Reading.Of($$$"""{"label_hash":"l","data_units":{ {{{Row.Unit("u", Row.Labels(Row.Object("a", Row.Box)))}}} },{{{Answer}}} }""");

        Assert.Equal(["a", "r"], reading.Annotations.Select(annotation => annotation.ObjectHash));
        Assert.Equal((IssueCatalogue.NoDataType, Severity.Warning), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Code.Severity) : default);
    }

    [Theory]
    [InlineData("""{"label_hash":"l","data_type":"deleted"}""")]
    [InlineData("""{"label_hash":"l","data_type":"deleted","data_units":null,"object_answers":null}""")]
    [InlineData("""{"label_hash":"l","data_type":"deleted","data_units":{"u":{}}}""")]
    [InlineData("""{"label_hash":"l","data_type":"deleted","data_units":{"u":{"data_title":null,"labels":{}}},"label_status":"LABELLED"}""")]
    public void A_row_of_deleted_data_may_lack_everything_and_is_named(string row)
    {
        var reading = Reading.Of(row);

        Assert.Empty(reading.Annotations);
        Assert.Equal((IssueCatalogue.DataDeleted, Severity.Warning, "l"), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Code.Severity, issue.LabelHash) : default);
    }

    [Fact]
    public void What_is_left_of_deleted_data_is_read() =>
        Assert.Equal("a", Reading.Of(Row.Of("deleted", Row.Unit("u", Row.Labels(Row.Object("a", Row.Box))))).Only.ObjectHash);

    [Theory]
    [InlineData("dicom_study")]
    [InlineData("nifti")]
    [InlineData("pdf")]
    [InlineData("video")]
    public void Types_with_frames_are_keyed_by_them(string dataType)
    {
        var reading = Reading.Of(Row.Of(dataType, Row.Unit("u", $$"""{"127":{{Row.Labels(Row.Object("a", Row.Box))}} }""")));

        Assert.Equal(127, reading.Only.Frame!.Number);
        Assert.Empty(reading.AllIssues);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("scene")]
    public void Pages_and_scenes_have_no_size_and_that_is_said_once(string dataType)
    {
        var labels = $$"""{"0":{{Row.Labels(Row.Object("a", Row.Box))}},"1":{{Row.Labels(Row.Object("a", Row.Box))}} }""";

        var reading = Reading.Of(Row.Of(dataType, Row.Unit("u", labels, """ "width":0,"height":0 """)));

        Assert.Equal(2, reading.Annotations.Count);
        Assert.Equal((IssueCatalogue.SizesNotGiven, Severity.Info), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Code.Severity) : default);
    }

    [Fact]
    public void Frames_of_several_data_units_do_not_stand_in_each_others_way()
    {
        var units = string.Join(",", new[] { "u0", "u1" }.Select(hash => Row.Unit(hash, $$"""{"0":{{Row.Labels(Row.Object("a", Row.Box))}} }""")));

        Assert.Equal(["u0", "u1"], Reading.Of(Row.Of("dicom_study", units)).Annotations.Select(annotation => annotation.Unit.Hash));
    }

    [Fact]
    public void One_object_with_two_shapes_is_kept_in_both_and_said_once()
    {
        const string Point = """ "shape":"point","point":{"0":{"x":0.5,"y":0.5}} """;
        var labels = string.Join(",", new[] { Row.Box, Point, Point, Row.Box }.Select((shape, frame) => $"\"{frame}\":{Row.Labels(Row.Object("a", shape))}"));

        var reading = Reading.Of(Row.Of("video", Row.Unit("u", $"{{{labels}}}")));

        Assert.Equal(4, reading.Annotations.Count);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((IssueCatalogue.ShapesDiffer, "a", 1L, "/data_units/u/labels/1/objects/0/shape"), (issue.Code, issue.ObjectHash, issue.Frame, issue.Pointer));
    }
}

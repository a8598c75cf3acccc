using System.Text;
using System.Text.Json;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Sample;

public sealed class RowBuilderTests
{
    [Theory]
    [InlineData("111\n000", "033")]
    [InlineData("000001100000", "525")]
    [InlineData("01010101", "11100000")]
    [InlineData("1111110111", "061M")]
    [InlineData("110011\n110011\n000000\n000000\n110011\n110011", "02220N:0F20N")]
    [InlineData("00\n00", "4")]
    public void A_mask_is_written_row_by_row(string picture, string expected)
    {
        var rows = picture.Split('\n');
        var builder = RowBuilder.Image("mask.png", rows[0].Length, rows.Length);

        var row = builder.Mask(builder.Object("Thing"), (x, y) => rows[y][x] == '1').Build();

        Assert.Equal(expected, Unit(row).GetProperty("labels").GetProperty("objects")[0].GetProperty("bitmask").GetProperty("rleString").GetString());
        Assert.Equal(picture.Count(c => c == '1'), row.Truth.Annotations[0].Shape.Area);
    }

    [Fact]
    public void A_long_run_is_written_in_groups_of_five_bits()
    {
        var builder = RowBuilder.Image("mask.png", 1024, 1);

        var row = builder.MaskOfSpans(builder.Object("Thing"), static _ => (0, 1024)).Build();

        Assert.Contains("\"rleString\":\"0PP1\"", Encoding.UTF8.GetString(row.Json.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_are_written_as_fractions_of_width_and_height()
    {
        var builder = RowBuilder.Image("box.png", 400, 200);

        var box = Unit(builder.Box(builder.Object("Thing"), 100, 100, 40, 20).Build()).GetProperty("labels").GetProperty("objects")[0].GetProperty("boundingBox");

        Assert.Equal([0.25, 0.5, 0.1, 0.1], box.EnumerateObject().Select(member => member.Value.GetDouble()));
    }

    [Fact]
    public void A_quarter_turn_stands_a_box_on_its_end()
    {
        var box = new ShapeTruth.RotatedBox(10, 20, 40, 20, 90);

        Assert.Equal([(40, 10), (40, 50), (20, 50), (20, 10)], box.Corners().Select(corner => (Math.Round(corner.X, 9), Math.Round(corner.Y, 9))));
    }

    [Fact]
    public void The_editor_writes_a_checklist_option_by_option_and_the_sdk_answer_by_answer()
    {
        static JsonElement Actions(ActionStyle style)
        {
            var builder = RowBuilder.Video("film.mp4", 10, 10, 6).Actions(style);
            var thing = builder.Object("Thing").During(0, 3, SampleAnswer.Checklist("Lamps", "Left")).During(2, 5, SampleAnswer.Checklist("Lamps", "Right"));
            var row = builder.Frame(2).Box(thing, 1, 1, 2, 2).Build();
            Assert.Equal(2, Assert.IsType<AnswerTruth.Options>(Assert.Single(row.Truth.Annotations[0].Attributes).Answer).FeatureHashes.Count);
            return JsonElement.Parse(row.Json.Span).GetProperty("object_actions").GetProperty(thing.ObjectHash).GetProperty("actions");
        }

        Assert.Equal(["[[0,3]]", "[[2,5]]"], Actions(ActionStyle.Editor).EnumerateArray().Select(action => action.GetProperty("range").GetRawText()));
        Assert.Equal(["[[0,1]]", "[[2,3]]", "[[4,5]]"], Actions(ActionStyle.Sdk).EnumerateArray().Select(action => action.GetProperty("range").GetRawText()));
    }

    private static JsonElement Unit(SampleRow row) => JsonElement.Parse(row.Json.Span).GetProperty("data_units").EnumerateObject().First().Value;
}

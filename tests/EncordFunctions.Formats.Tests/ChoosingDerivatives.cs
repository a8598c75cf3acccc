namespace EncordFunctions.Formats.Tests;

public sealed class ChoosingDerivatives
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_choice_the_default_is_written(string? text) => Assert.Same(DerivativeList.Default, DerivativeList.Parse(text));

    [Fact]
    public void None_leaves_what_every_row_has()
    {
        var none = DerivativeList.Parse("none");

        Assert.Equal("none", none.ToString());
        Assert.Equal(["annotations.jsonl", "classifications.jsonl", "masks", "issues.jsonl"], none.RowFormats.Select(static format => format.Name));
        Assert.Empty(none.ExportFormats);
    }

    [Fact]
    public void All_writes_everything_there_is()
    {
        var all = DerivativeList.Parse("all");

        Assert.Equal(Derivatives.Choices.Select(static choice => choice.Name), all.ToString().Split(','));
    }

    [Fact]
    public void The_order_and_spaces_of_a_choice_do_not_matter()
    {
        Assert.Equal("coco:list,yolo", DerivativeList.Parse(" yolo , coco:list ").ToString());
        Assert.Equal("coco:encord:list", DerivativeList.Parse("coco:list:encord").ToString());
    }

    [Fact]
    public void A_choice_reads_itself()
    {
        foreach (var text in (string[])["none", "coco:encord:list,yolo,preview:7", DerivativeList.Default.ToString()])
            Assert.Equal(text, DerivativeList.Parse(text).ToString());
    }

    [Theory]
    [InlineData("cocoa", "There is no derivative 'cocoa'. Choose of coco, yolo,")]
    [InlineData("coco,all", "There is no derivative 'all'.")]
    [InlineData("coco:lists", "'lists' is no variant of 'coco'. It has encord, list.")]
    [InlineData("yolo:5", "The derivative 'yolo' has no variants, so '5' can't be one.")]
    [InlineData("preview:-1", "'-1' is no variant of 'preview'. It has #.")]
    [InlineData("coco,coco:list", "'coco' is chosen twice.")]
    public void What_is_not_there_is_refused_with_what_is(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => DerivativeList.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void No_two_formats_share_a_name_or_a_track()
    {
        var all = DerivativeList.Parse("all");

        string[] names = [.. all.RowFormats.Select(static format => format.Name), .. all.ExportFormats.Select(static format => format.Name)];
        Assert.Distinct(names);
        Assert.Distinct(all.ExportFormats.Select(static format => format.Track));
    }
}

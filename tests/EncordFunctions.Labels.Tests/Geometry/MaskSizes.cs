using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Geometry;

public sealed class MaskSizes
{
    private const string Mask3X2 = """ "shape":"bitmask","bitmask":{"rleString":"033","top":0,"left":0,"width":3,"height":2} """;

    [Fact]
    public void A_mask_of_a_slice_has_the_size_of_the_slice_and_not_of_the_series()
    {
        var slice = Row.Labels(Row.Object("a", Mask3X2));
        var small = slice[..^1] + ""","metadata":{"width":3,"height":2}}""";
        var row = Row.Of("dicom", Row.Unit("u", $$"""{"0":{{slice}},"1":{{small}}}"""));

        var reading = Reading.Of(row);

        Assert.Equal((1, 3), (reading.Only.Frame!.Number, Assert.IsType<Bitmask>(reading.Only.Shape).Mask.Width));
        var issue = Assert.Single(reading.Skips);
        Assert.Equal((IssueCatalogue.MaskSizeDiffers, 0L), (issue.Code, issue.Frame));
        Assert.Contains("3 x 2, its frame 200 x 100", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absurd_size_is_refused_before_anything_is_allocated_for_it()
    {
        var row = Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a",
            """ "shape":"bitmask","bitmask":{"rleString":"0","top":0,"left":0,"width":2000000000,"height":2000000000} """)), ""));
        Reading.Of(row);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Reading.Of(row);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
        Assert.Equal(IssueCatalogue.MaskImpossibleSize, Assert.Single(reading.Skips).Code);
    }
}

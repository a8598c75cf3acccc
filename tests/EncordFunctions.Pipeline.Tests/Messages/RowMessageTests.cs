using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Tests.Messages;

public sealed class RowMessageTests
{
    private static readonly ExportId Export = ExportId.Of("exports", "a.zip", "1");

    [Fact]
    public void A_pointer_reads_back_as_it_was_sent()
    {
        var row = new RowMessage(Export.Value, 7, 2, "labels/ünï.json", 3, 1L << 40, 5);
        Assert.Equal(row, RowMessage.Read(row.ToMessage()));
        Assert.Equal("/3", row.Place.Pointer);
        Assert.Equal("", (row with { Element = -1 }).Place.Pointer);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('ü')]
    [InlineData('漢')]
    [InlineData('"')]
    [InlineData('\\')]
    [InlineData('\u0001')]
    public void A_pointer_stays_under_1_kilobyte_whatever_the_entry_is_called(char c)
    {
        var name = RowPlaces.Shown(new string(c, 5_000));
        var row = new RowMessage(ExportId.Of("exports", new string('n', 500), "1").Value, 99_999_999, 99_999, name, int.MaxValue, long.MaxValue, long.MaxValue);
        Assert.InRange(StorageLimits.CheckPointer(row.ToMessage()).ToMemory().Length, 1, 1024);
        Assert.Equal(row, RowMessage.Read(row.ToMessage()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("hello")]
    [InlineData("""{"export":"a-0123456789abcdef","ordinal":0,"entry":0,"element":0,"offset":0,"length":1}""")]
    [InlineData("""{"export":"a-0123456789abcdef","ordinal":-1,"entry":0,"name":"","element":0,"offset":0,"length":1}""")]
    [InlineData("""{"export":"a/b","ordinal":0,"entry":0,"name":"","element":0,"offset":0,"length":1}""")]
    public void A_message_that_is_no_pointer_is_refused(string text) =>
        Assert.Throws<InvalidMessageException>(() => RowMessage.Read(BinaryData.FromString(text)));
}

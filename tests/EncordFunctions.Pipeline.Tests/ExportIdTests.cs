using CsCheck;

namespace EncordFunctions.Pipeline.Tests;

public sealed class ExportIdTests
{
    [Fact]
    public void The_same_upload_has_the_same_id_and_new_content_a_new_one()
    {
        var id = ExportId.Of("exports", "Street scenes (v2).zip", "0x8D1");
        Assert.Equal(id, ExportId.Of("exports", "Street scenes (v2).zip", "\"0x8D1\""));
        Assert.StartsWith("street-scenes-v2-", id.Value, StringComparison.Ordinal);
        Assert.NotEqual(id, ExportId.Of("exports", "Street scenes (v2).zip", "0x8D2"));
        Assert.NotEqual(id, ExportId.Of("exports", "Street scenes (v3).zip", "0x8D1"));
        Assert.NotEqual(id, ExportId.Of("other", "Street scenes (v2).zip", "0x8D1"));
    }

    [Fact]
    public void Any_name_gives_an_id_that_keys_blobs_and_messages_take_and_that_reads_back() => Gen.Select(Gen.String, Gen.String).Sample(
        (name, etag) =>
        {
            var id = ExportId.Of("exports", name, etag);
            return id.Value.Length <= 57 && ExportId.TryParse(id.Value, out var back) && back == id;
        },
        iter: 2_000);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    [InlineData("a_0123456789abcdef")]
    [InlineData("a-0123456789ABCDEF")]
    [InlineData("a-0123456789abcde")]
    [InlineData("a' or 1 eq 1-0123456789abcdef")]
    public void What_is_no_id_is_not_read_as_one(string? text) => Assert.False(ExportId.TryParse(text, out _));
}

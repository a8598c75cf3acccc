using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

/// <summary>Members of a row that are rare, of the wrong kind or at a limit, and what is read after them.</summary>
public sealed class OddHeaders
{
    private const int MostKept = 16 * 1024;

    [Fact]
    public void Every_earlier_export_is_named_by_its_place_in_the_list()
    {
        var row = Of("\"export_history\":[{\"export_hash\":\"a\"},{\"exported_at\" : \"soon\"},7]");

        Assert.Equal(["EL301 /export_history/1/exported_at \"soon", "EL008 /export_history/2 7],\"t"], Said.Of(row, Reading.Of(row)));
    }

    [Fact]
    public void Members_nobody_knows_inside_the_parts_of_a_header_are_stepped_over()
    {
        var header = HeaderOf("""
            "workflow_graph_node":{"is":{"title":"no"},"uuid":"w","of":[1],"title":"Review"},"scene":{"is":{"isContinuous":false},"isContinuous":true},
            "export_history":[{"is":{"export_hash":"no"},"export_hash":"a","of":[1],"user_email":"me"},{"export_hash":"b"}]
            """);

        Assert.Equal((new WorkflowNode("w", "Review"), true), (header.WorkflowNode, header.IsContinuous));
        Assert.Equal([new ExportRecord("a", null, "me"), new ExportRecord("b", null, null)], header.ExportHistory);
    }

    [Theory]
    [InlineData(1_000, 1_000)]
    [InlineData(1_003, 1_000)]
    public void Of_the_earlier_exports_a_thousand_are_kept(int count, int kept)
    {
        var header = HeaderOf($"\"export_history\":[{string.Join(",", Enumerable.Range(0, count).Select(i => $"{{\"export_hash\":\"e{i}\"}}"))}]");

        Assert.Equal((kept, "e999"), (header.ExportHistory.Count, header.ExportHistory[^1].ExportHash));
    }

    [Theory]
    [InlineData(MostKept, true)]
    [InlineData(MostKept + 1, false)]
    public void Metadata_is_kept_up_to_16_kib(int length, bool isKept)
    {
        var text = $"\"{new string('x', length - 2)}\"";

        var reading = Reading.Of(Of($"\"client_metadata\":{text}"));

        Assert.Equal(isKept ? text : null, reading.Header.ClientMetadata);
        Assert.Equal(isKept ? [] : [IssueCatalogue.MetadataTooLong], reading.AllIssues.Select(issue => issue.Code));
    }

    [Theory]
    [InlineData("\"is_valid\":null", true)]
    [InlineData("\"is_valid\":false", false)]
    [InlineData("\"is_valid\":\"None\"", true)]
    public void A_row_is_valid_unless_it_says_that_it_is_not(string member, bool isValid) => Assert.Equal(isValid, HeaderOf(member).IsValid);

    [Theory]
    [InlineData("\"image_sequence_link\":\"s\",\"video_link\":null", "s")]
    [InlineData("\"image_sequence_link\":\"s\",\"video_link\":false", "s")]
    [InlineData("\"video_link\":\"v\",\"image_sequence_link\":\"s\"", "v")]
    [InlineData("\"video_link\":\"v\",\"image_sequence_link\":null", "v")]
    [InlineData("\"video_link\":false,\"image_sequence_link\":\"s\"", "s")]
    public void Of_two_links_the_one_that_is_there_counts_and_of_both_that_of_the_video(string members, string link) => Assert.Equal(link, HeaderOf(members).VideoLink);

    [Fact]
    public void An_image_group_goes_by_one_name() =>
        Assert.Equal("img_group", Reading.Of(Row.Of("image_group", Row.Unit("u", "{}"))).Header.DataType);

    [Fact]
    public void What_the_vendor_stores_of_each_image_is_stepped_over()
    {
        var header = HeaderOf("\"images_data\":[{\"task_uuid\":\"no\",\"x\":[1]}]");

        Assert.Equal((null, "after"), (header.Extra, header.TaskUuid));
    }

    [Fact]
    public void A_member_that_is_fine_does_not_say_again_what_was_wrong_before_it()
    {
        var row = Of("\"priority\":\"high\",\"file_type\":\"image/png\",\"novelty\":1,\"is_valid\":[],\"export_hash\":\"e\"");

        Assert.Equal(["EL303 /priority \"high", "EL008 /is_valid [],\"e", "EL007 /novelty \"nove"], Said.Of(row, Reading.Of(row)));
    }

    [Theory]
    [InlineData(MostKept, true)]
    [InlineData(MostKept + 1, false)]
    public void A_member_nobody_knows_is_kept_up_to_16_kib(int length, bool isKept)
    {
        var member = $"\"m\":\"{new string('x', length - 3)}\"";

        Assert.Equal(isKept ? $"{{\"row\":{{{member}}}}}" : null, Reading.Of(Of(member)).Header.Extra);
        Assert.Equal(isKept ? $"{{{member}}}" : null, Reading.Of(Row.Image(Row.Object("a", $"{Row.Box},{member}"))).Only.Extra);
    }

    [Fact]
    public void Members_nobody_knows_share_the_16_kib_and_a_small_one_may_still_fit()
    {
        string Member(string name, int length) => $"\"{name}\":\"{new string('x', length)}\"";
        var members = $"{Member("a", 10_000)},{Member("b", 10_000)},{Member("c", 5_000)},{Member("d", 5_000)},{Member("e", 100)}";

        Assert.Equal($"{{\"row\":{{{Member("a", 10_000)},{Member("c", 5_000)},{Member("e", 100)}}}}}", Reading.Of(Of(members)).Header.Extra);
    }

    [Theory]
    [InlineData(1, MostKept, true)]
    [InlineData(1, MostKept + 1, false)]
    [InlineData(10_000, MostKept, true)]
    [InlineData(10_000, MostKept + 1, false)]
    public void Of_a_data_unit_the_hash_counts_too(int hash, int together, bool isKept)
    {
        var unit = new string('u', hash);
        var member = $"\"m\":\"{new string('x', together - hash - 3)}\"";

        Assert.Equal(isKept ? $"{{\"units\":{{\"{unit}\":{{{member}}}}}}}" : null, Reading.Of(Row.Of("image", $"\"{unit}\":{{{member},\"labels\":{{}}}}")).Header.Extra);
    }

    [Fact]
    public void What_is_too_long_to_be_kept_takes_nothing_from_the_others()
    {
        var large = string.Join(",", Enumerable.Range(0, 400).Select(i => $"\"{new string('u', 60)}{i}\":{{\"{new string('n', 9_000)}\":\"{new string('x', 9_000)}\",\"labels\":{{}}}}"));

        Assert.Equal($"{{\"units\":{{\"v\":{{\"small\":\"{new string('x', 200)}\"}}}}}}", Reading.Of(Row.Of("img_group", $"{large},\"v\":{{\"small\":\"{new string('x', 200)}\",\"labels\":{{}}}}")).Header.Extra);
    }

    [Fact]
    public void The_hash_of_a_unit_takes_from_what_is_left()
    {
        string Unit(char hash, string member) => $"\"{new string(hash, 8_000)}\":{{{member},\"labels\":{{}}}}";
        var units = $"{Unit('u', "\"m\":1")},{Unit('v', "\"m\":2")},{Unit('w', "\"m\":3")},\"x\":{{\"m\":4,\"labels\":{{}}}}";

        Assert.Equal($"{{\"units\":{{\"{new string('u', 8_000)}\":{{\"m\":1}},\"{new string('v', 8_000)}\":{{\"m\":2}},\"x\":{{\"m\":4}}}}}}", Reading.Of(Row.Of("img_group", units)).Header.Extra);
    }

    [Fact]
    public void What_a_file_that_is_no_label_row_has_is_named_until_it_is_enough()
    {
        string[] names = [.. Enumerable.Range(0, 30).Select(i => $"m{i:00}{(i < 2 ? "abcdef" : "abcdefg")}")];

        var issue = Rejected($"{{{string.Join(",", names.Select(name => $"\"{name}\":1"))}}}");

        Assert.Equal($"Expected a label row, found an object with the members {string.Join(", ", names[..18])}.", issue.Message);
    }

    [Theory]
    [InlineData("{\"images\":[]}", "an object with the members images.")]
    [InlineData("{\"annotations\":[]}", "an object with the members annotations.")]
    [InlineData("{\"objects\":[]}", "an object with the members objects.")]
    [InlineData("{\"classifications\":[]}", "an object with the members classifications.")]
    public void Half_of_what_another_format_has_is_not_taken_for_it(string json, string found) => Assert.Equal($"Expected a label row, found {found}", Rejected(json).Message);

    [Theory]
    [InlineData("{\"label_hash\":\"l\"}", "EL003")]
    [InlineData("{\"data_type\":\"image\"}", "EL003")]
    [InlineData("{\"branch_name\":\"main\"}", "EL002")]
    [InlineData("[1,2", "EL001")]
    [InlineData("\"open", "EL001")]
    public void A_row_is_refused_for_what_it_lacks(string json, string code) => Assert.Equal(code, Rejected(json).Code.Id);

    [Theory]
    [InlineData("data_units")]
    [InlineData("spaces")]
    public void A_row_with_nothing_but_files_is_one(string map) =>
        Assert.Equal(["EL006", "EL005"], Reading.Of($"{{\"{map}\":{{}}}}").AllIssues.Select(issue => issue.Code.Id));

    [Fact]
    public async Task What_follows_a_row_is_seen_however_late_it_comes()
    {
        var reading = await Reading.OfAsync(Encoding.UTF8.GetBytes("{\"data_units\":{}}  x"), new RowPlace("e", 0, ""), json => new ChunkedStream(json, _ => 1));

        Assert.Equal((IssueCatalogue.MalformedJson, 19L), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Offset) : default);
    }

    private static Issue Rejected(string json) => Assert.Single(Assert.IsType<RowIndexing.Unreadable>(Reading.Of(json).Indexing).Issues);

    private static string Of(string members) => Row.Of("image", Row.Unit("u", "{}"), $"{members},\"task_uuid\":\"after\"");

    private static LabelRowHeader HeaderOf(string members)
    {
        var reading = Reading.Of(Of(members));
        Assert.Empty(reading.AllIssues);
        Assert.Equal("after", reading.Header.TaskUuid);
        return reading.Header;
    }
}

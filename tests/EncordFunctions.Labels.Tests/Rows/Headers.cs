using System.Text.Json;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

public sealed class Headers
{
    [Theory]
    [InlineData("[{\"export_hash\":\"h1\",\"exported_at\":\"Thu, 18 Jul 2024 13:07:59 UTC\",\"user_email\":\"a@example.com\"},{\"export_hash\":\"h0\"}]")]
    [InlineData("{\"0\":{\"export_hash\":\"h1\",\"exported_at\":\"2024-07-18 13:07:59\",\"user_email\":\"a@example.com\"},\"1\":{\"export_hash\":\"h0\"}}")]
    public void The_export_history_is_a_list_or_the_object_of_the_vendors_page(string history)
    {
        var header = HeaderOf($"\"export_history\":{history}");

        Assert.Equal([new ExportRecord("h1", new DateTimeOffset(2024, 7, 18, 13, 7, 59, TimeSpan.Zero), "a@example.com"), new ExportRecord("h0", null, null)], header.ExportHistory);
    }

    [Fact]
    public void Workflow_task_and_group_are_kept()
    {
        var header = HeaderOf("""
            "workflow_graph_node":{"uuid":"w","title":"Review"},"task_uuid":"t","priority":0.5,"group_hash":"g","is_valid":false,"is_shadow_data":true,
            "file_type":"video/mp4","assigned_user_email":"a@example.com","last_actioned_by_user_email":"b@example.com","annotation_task_status":"QUEUED","scene":{"isContinuous":true}
            """);

        Assert.Equal((new WorkflowNode("w", "Review"), "t", 0.5, "g", false, true), (header.WorkflowNode, header.TaskUuid, header.Priority, header.GroupHash, header.IsValid, header.IsShadowData));
        Assert.Equal(("video/mp4", "a@example.com", "b@example.com", "QUEUED", true), (header.FileType, header.AssignedUserEmail, header.LastActionedByUserEmail, header.AnnotationTaskStatus, header.IsContinuous));
    }

    [Fact]
    public void A_row_that_is_silent_is_valid_and_no_shadow()
    {
        var header = HeaderOf("\"workflow_graph_node\":null,\"export_history\":null,\"client_metadata\":null,\"group_hash\":null,\"scene\":null");

        Assert.Equal((true, false, null, null, null, null), (header.IsValid, header.IsShadowData, header.WorkflowNode, header.ClientMetadata, header.IsContinuous, header.Extra));
        Assert.Empty(header.ExportHistory);
    }

    [Theory]
    [InlineData("\"video_link\":\"https://example.com/v\"", "https://example.com/v")]
    [InlineData("\"video_link\":\"None\"", null)]
    [InlineData("\"video_link\":false", null)]
    [InlineData("\"video_link\":null", null)]
    [InlineData("\"image_sequence_link\":\"https://example.com/s\"", "https://example.com/s")]
    [InlineData("\"image_sequence_link\":\"https://example.com/s\",\"video_link\":\"https://example.com/v\"", "https://example.com/v")]
    public void The_link_of_the_video_goes_by_two_names_and_three_ways_of_being_absent(string members, string? link) => Assert.Equal(link, HeaderOf(members).VideoLink);

    [Fact]
    public void Metadata_of_the_customer_is_kept_as_one_line()
    {
        Assert.Equal("""{"a b":[1,"x \" y"],"c":null}""", HeaderOf("\"client_metadata\":{ \"a b\" : [ 1 ,\n \"x \\\" y\" ],\"c\": null }").ClientMetadata);
    }

    [Fact]
    public void Metadata_too_long_to_keep_is_left_out_and_named()
    {
        var reading = Reading.Of(Row.Of("image", Row.Unit("u", "{}"), $"\"client_metadata\":\"{new string('x', 20_000)}\""));

        Assert.Null(reading.Header.ClientMetadata);
        Assert.Equal((IssueCatalogue.MetadataTooLong, "/client_metadata"), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.Pointer) : default);
    }

    [Theory]
    [InlineData("\"export_history\":7", "EL008", "/export_history")]
    [InlineData("\"export_history\":[7]", "EL008", "/export_history/0")]
    [InlineData("\"export_history\":[{\"exported_at\":\"soon\"}]", "EL301", "/export_history/0/exported_at")]
    [InlineData("\"workflow_graph_node\":\"Review\"", "EL008", "/workflow_graph_node")]
    [InlineData("\"priority\":\"high\"", "EL303", "/priority")]
    [InlineData("\"priority\":1e999", "EL303", "/priority")]
    [InlineData("\"is_valid\":\"perhaps\"", "EL008", "/is_valid")]
    [InlineData("\"scene\":[]", "EL008", "/scene")]
    public void A_member_of_the_wrong_kind_costs_a_warning_and_nothing_else(string member, string code, string pointer)
    {
        var reading = Reading.Of(Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", Row.Box))), member));

        Assert.Single(reading.Annotations);
        Assert.Equal((code, pointer, Severity.Warning), Assert.Single(reading.AllIssues) is var issue ? (issue.Code.Id, issue.Pointer, issue.Code.Severity) : default);
    }

    [Fact]
    public void Members_nobody_knows_of_the_row_and_its_units_are_kept_as_one_json_object()
    {
        var unit = Row.Unit("u/\"1", "{}").Replace("u/\"1", "u/\\\"1", StringComparison.Ordinal).Replace("\"data_sequence\"", "\"lens\" : { \"mm\": 50 },\"data_sequence\"", StringComparison.Ordinal);

        var reading = Reading.Of(Row.Of("image", unit, "\"novelty\":[1, 2],\"Ort\":\"K\u00f6ln\""));

        var extra = JsonDocument.Parse(reading.Header.Extra!).RootElement;
        Assert.Equal("""{"row":{"novelty":[1,2],"Ort":"Köln"},"units":{"u/\"1":{"lens":{"mm":50}}}}""", reading.Header.Extra);
        Assert.Equal(50, extra.GetProperty("units").GetProperty("u/\"1").GetProperty("lens").GetProperty("mm").GetInt32());
        Assert.Equal(["EL007", "EL007", "EL007"], reading.AllIssues.Select(issue => issue.Code.Id));
    }

    [Fact]
    public void However_much_nobody_knows_what_is_kept_stays_small()
    {
        var members = string.Join(",", Enumerable.Range(0, 2_000).Select(i => $"\"m{i}\":\"{new string('x', 100)}\""));

        var reading = Reading.Of(Row.Of("image", Row.Unit("u", Row.Labels(Row.Object("a", $"{Row.Box},{members}"))), members));

        Assert.InRange(reading.Header.Extra!.Length, 10_000, 17_000);
        Assert.InRange(reading.Only.Extra!.Length, 10_000, 17_000);
        JsonDocument.Parse(reading.Header.Extra);
        JsonDocument.Parse(reading.Only.Extra);
    }

    [Fact]
    public void Audio_and_video_say_how_they_are_made()
    {
        var audio = """ "u":{"data_type":"audio/mpeg","data_duration":"132.5","audio_codec":"mp3","audio_sample_rate":44100,"audio_bit_depth":8,"audio_num_channels":"2","labels":{} } """;

        var unit = Assert.Single(Reading.Of(Row.Of("audio", audio)).Index.Units);

        Assert.Equal((new AudioFormat("mp3", 44100, 8, 2), 132.5), (unit.Audio, unit.Duration));
    }

    private static LabelRowHeader HeaderOf(string members)
    {
        var reading = Reading.Of(Row.Of("image", Row.Unit("u", "{}"), members));
        Assert.Empty(reading.AllIssues);
        return reading.Header;
    }
}

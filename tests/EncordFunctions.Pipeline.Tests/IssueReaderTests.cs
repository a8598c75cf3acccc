using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Rows;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests;

public sealed class IssueReaderTests(AzuriteStorage azurite)
{
    private readonly PipelineStorage _storage = PipelineStorage.Connect(azurite.ConnectionString);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_issues_of_an_upload_that_is_named_like_an_export_are_not_that_export_s()
    {
        var export = ExportId.Of("exports", "a.zip", "issues");
        var namesake = ExportId.Of("exports", $"{export}.zip", "issues");
        await PutAsync(RowKeys.Partition(export.Value, 0), "first row");
        await PutAsync(RowKeys.Partition(export.Value, 12), "second row");
        await PutAsync($"{export}-{ArchiveIssuesTable.Entries}", "entries");
        await PutAsync($"{export}-{ArchiveIssuesTable.Together}", "together");
        await PutAsync(RowKeys.Partition(namesake.Value, 0), "namesake");
        await PutAsync($"{namesake}-{ArchiveIssuesTable.Entries}", "namesake");

        var page = await new IssueReader(_storage).ReadPageAsync(export, default, 100, null, Stop);

        Assert.StartsWith($"{export}-", namesake.Value, StringComparison.Ordinal);
        Assert.Equal(
            [(0, "first row"), (12, "second row"), (null, "entries"), (null, "together")],
            page.Items.Select(one => (one.Row, one.Issue.Message)));
        Assert.Null(page.Next);
    }

    private async Task PutAsync(string partition, string message) => await _storage.IssuesTable.UpsertEntityAsync(
        IssueEntities.Of(partition, 0, new Issue(new IssueCode("EL106", Severity.Error, "Impossible coordinate"), message, "a.json", 0, "")),
        cancellationToken: Stop);
}

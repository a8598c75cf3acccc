using System.Text.Json.Nodes;

namespace EncordFunctions.Local.Tests.Serving;

[Collection(WatchedCollection.Name)]
public sealed class IssuesOverHttp(WatchedStorage watched) : IDisposable
{
    private readonly Caller _caller = watched.Caller();

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task The_pages_hold_every_issue_once_and_in_order()
    {
        var (issues, pages) = await ReadAsync($"/api/exports/{watched.Planted}/issues?code=el106&size=60");

        Assert.Equal(WatchedStorage.Faults, issues.Select(issue => (string?)issue["pointer"]).Distinct().Count());
        Assert.Equal(WatchedStorage.Faults, issues.Count);
        Assert.Equal(issues.Select(issue => (long)issue["offset"]!).Order(), issues.Select(issue => (long)issue["offset"]!));
        Assert.True(pages >= 5, $"{pages} pages of 60 held 250 issues.");
    }

    [Fact]
    public async Task An_issue_says_what_it_is_and_where()
    {
        var issue = (await ReadAsync($"/api/exports/{watched.Faulty}/issues")).Issues[0];

        Assert.Equal(
            ("EL106", "error", "7.5 can't be a fraction of the frame.", "labels/images.json", 6729, 1),
            ((string?)issue["code"], (string?)issue["severity"], (string?)issue["message"],
                (string?)issue["entry"], (long?)issue["offset"], (int?)issue["row"]));
        Assert.EndsWith("/labels/objects/1/boundingBox/x", (string?)issue["pointer"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?code=EL106", "EL106")]
    [InlineData("?severity=Error", "EL106 EL126 EL001")]
    [InlineData("?severity=error&code=EL001", "EL001")]
    [InlineData("?severity=info", "")]
    [InlineData("?code=EL999", "")]
    public async Task They_can_be_of_one_code_or_one_severity(string query, string codes)
    {
        var (issues, _) = await ReadAsync($"/api/exports/{watched.Faulty}/issues{query}");

        Assert.Equal(codes, string.Join(' ', issues.Select(issue => (string?)issue["code"])));
    }

    private async Task<(IReadOnlyList<JsonNode> Issues, int Pages)> ReadAsync(string path)
    {
        var issues = new List<JsonNode>();
        var pages = 0;
        for (string? next = path; next is not null; pages++)
        {
            var page = await _caller.GetAsync(next);
            issues.AddRange(page.Json["issues"]!.AsArray()!);
            next = (string?)page.Json["links"]!["next"];
        }
        return (issues, pages);
    }
}

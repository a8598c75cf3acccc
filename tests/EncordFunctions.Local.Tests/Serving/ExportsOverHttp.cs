using System.Net;

namespace EncordFunctions.Local.Tests.Serving;

[Collection(WatchedCollection.Name)]
public sealed class ExportsOverHttp(WatchedStorage watched) : IDisposable
{
    private readonly Caller _caller = watched.Caller();

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task The_pages_of_the_list_hold_every_export_once()
    {
        var ids = new List<string>();
        var pages = 0;
        for (string? next = "/api/exports?size=2"; next is not null; pages++)
        {
            var page = await _caller.GetAsync(next);
            Assert.InRange(page.Json["exports"]!.AsArray().Count, 0, 2);
            ids.AddRange(page.Json["exports"]!.AsArray().Select(one => (string)one!["id"]!));
            next = (string?)page.Json["links"]!["next"];
        }

        Assert.Equal(watched.All.Select(id => id.Value).Order(StringComparer.Ordinal), ids);
        Assert.True(pages >= 3, $"{pages} pages of 2 held 5 exports.");
    }

    [Fact]
    public async Task The_list_can_be_of_one_status()
    {
        var processing = await _caller.GetAsync("/api/exports?status=PROCESSING");
        var rejected = await _caller.GetAsync("/api/exports?status=rejected");

        Assert.Equal(watched.Held.Value, (string?)Assert.Single(processing.Json["exports"]!.AsArray())!["id"]);
        Assert.Empty(rejected.Json["exports"]!.AsArray());
    }

    [Fact]
    public async Task A_finished_export_tells_what_was_found_and_where_it_is()
    {
        var export = (await _caller.GetAsync($"/api/exports/{watched.Faulty}")).Json;

        Assert.Equal(("Done", 4, "sample-with-faults.zip"), ((string?)export["status"], (int?)export["rows"], (string?)export["blob"]));
        Assert.Equal((2, 1, 1, 0), (
            (int)export["verdicts"]!["done"]!, (int)export["verdicts"]!["done_with_issues"]!,
            (int)export["verdicts"]!["rejected"]!, (int)export["verdicts"]!["failed"]!));
        Assert.Equal((13, 3, 3), (
            (int)export["counts"]!["annotations"]!, (int)export["counts"]!["masks"]!, (int)export["counts"]!["errors"]!));
        Assert.Equal((4, 1.0, null), ((int)export["progress"]!["done"]!, (double)export["progress"]!["share"]!, (string?)export["progress"]!["eta"]));
        Assert.Equal($"/api/exports/{watched.Faulty}/report", (string?)export["links"]!["report"]);
        Assert.EndsWith($"/derivatives/{watched.Faulty}/manifest.json", (string?)export["links"]!["manifest"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_on_its_way_tells_how_far_it_is_and_when_the_rest_is_done()
    {
        var export = (await _caller.GetAsync($"/api/exports/{watched.Held}")).Json;

        Assert.Equal(("Processing", 3), ((string?)export["status"], (int?)export["rows"]));
        Assert.Equal((2, 0.6666), ((int)export["progress"]!["done"]!, (double)export["progress"]!["share"]!));
        Assert.True((DateTime)export["progress"]!["eta"]! > (DateTime)export["started_at"]!);
        Assert.Null(export["links"]!["report"]);
        Assert.Null(export["links"]!["manifest"]);
        Assert.Null(export["finished_at"]);
    }

    [Fact]
    public async Task Failed_rows_are_put_back_and_the_export_is_finished_again()
    {
        var path = $"/api/exports/{watched.Failed}";
        var before = await _caller.GetAsync(path);
        var retry = await _caller.SendAsync(HttpMethod.Post, $"{path}/retry");
        var again = await _caller.SendAsync(HttpMethod.Post, $"{path}/retry");

        Assert.Equal((1, 1), ((int)before.Json["verdicts"]!["done"]!, (int)before.Json["verdicts"]!["failed"]!));
        Assert.Equal((HttpStatusCode.Accepted, 1), (retry.Status, (int)retry.Json["rows"]!));
        Assert.Equal(path, retry.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Accepted, again.Status);
        var done = before;
        while ((int)done.Json["verdicts"]!["failed"]! > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
            done = await _caller.GetAsync(path);
        }
        Assert.Equal((2, "Done"), ((int)done.Json["verdicts"]!["done"]!, (string?)done.Json["status"]));
    }

    [Fact]
    public async Task A_head_is_as_a_get_without_its_body()
    {
        foreach (var path in (string[])["/api/exports", $"/api/exports/{watched.Plain}", $"/api/exports/{watched.Plain}/issues"])
        {
            var head = await _caller.SendAsync(HttpMethod.Head, path);

            Assert.Equal((HttpStatusCode.OK, "application/json", ""), (head.Status, head.Type, head.Body));
        }
    }
}

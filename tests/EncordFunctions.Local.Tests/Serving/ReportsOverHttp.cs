using System.Net;

namespace EncordFunctions.Local.Tests.Serving;

[Collection(WatchedCollection.Name)]
public sealed class ReportsOverHttp(WatchedStorage watched) : IDisposable
{
    private readonly Caller _caller = watched.Caller();

    public void Dispose() => _caller.Dispose();

    [Fact]
    public async Task A_report_is_a_page_that_may_do_nothing()
    {
        var report = await _caller.GetAsync($"/api/exports/{watched.Planted}/report");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (report.Status, report.Type));
        Assert.StartsWith("<!DOCTYPE html>", report.Body, StringComparison.Ordinal);
        var policy = Assert.Single(report.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(report.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_report_that_is_known_is_not_sent_again()
    {
        var path = $"/api/exports/{watched.Planted}/report";
        var first = await _caller.SendAsync(HttpMethod.Head, path);
        var same = await _caller.SendAsync(HttpMethod.Get, path, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        var other = await _caller.SendAsync(HttpMethod.Get, path, request => request.Headers.IfNoneMatch.ParseAdd("\"0x0\""));

        Assert.Equal((HttpStatusCode.NotModified, ""), (same.Status, same.Body));
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Equal(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task Why_there_is_no_report_is_told()
    {
        var held = await _caller.GetAsync($"/api/exports/{watched.Held}/report");
        var plain = await _caller.GetAsync($"/api/exports/{watched.Plain}/report");

        Assert.Equal((HttpStatusCode.NotFound, "no-report"), held.Problem);
        Assert.Equal("The export is not finished; its report is written at its end.", (string?)held.Json["detail"]);
        Assert.Equal((HttpStatusCode.NotFound, "no-report"), plain.Problem);
        Assert.Equal("No report was chosen for this export: it was written to none.", (string?)plain.Json["detail"]);
    }
}

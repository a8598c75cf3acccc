using System.Net;

namespace EncordFunctions.Local.Tests.Serving;

[Collection(WatchedCollection.Name)]
public sealed class ProblemsOverHttp(WatchedStorage watched) : IDisposable
{
    private const string Unknown = "unknown-0123456789abcdef";

    private readonly Caller _caller = watched.Caller();

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData("GET", "/api/exports/Not-an-id", 400, "malformed-id")]
    [InlineData("GET", "/api/exports/%C3%A9%22%3C-0123456789abcdef/issues", 400, "malformed-id")]
    [InlineData("GET", "/api/exports/x/report", 400, "malformed-id")]
    [InlineData("POST", "/api/exports/x/retry", 400, "malformed-id")]
    [InlineData("GET", $"/api/exports/{Unknown}", 404, "unknown-export")]
    [InlineData("GET", $"/api/exports/{Unknown}/issues", 404, "unknown-export")]
    [InlineData("GET", $"/api/exports/{Unknown}/report", 404, "unknown-export")]
    [InlineData("POST", $"/api/exports/{Unknown}/retry", 404, "unknown-export")]
    [InlineData("GET", "/api", 404, "unknown-route")]
    [InlineData("GET", $"/api/exports/{Unknown}/rows", 404, "unknown-route")]
    [InlineData("POST", "/elsewhere", 404, "unknown-route")]
    [InlineData("DELETE", "/api/exports", 405, "wrong-method")]
    [InlineData("GET", $"/api/exports/{Unknown}/retry", 405, "wrong-method")]
    public async Task What_can_not_be_answered_is_a_problem(string method, string path, int status, string kind)
    {
        var answer = await _caller.SendAsync(new HttpMethod(method), path);

        Assert.Equal(((HttpStatusCode)status, kind), answer.Problem);
        Assert.Equal((status, path), ((int)answer.Json["status"]!, (string?)answer.Json["instance"]));
    }

    [Theory]
    [InlineData("/api/exports?size=0", "'size' is a whole number from 1 to 200.")]
    [InlineData("/api/exports?size=201", "'size' is a whole number from 1 to 200.")]
    [InlineData("/api/exports?size=1&size=2", "'size' is a whole number from 1 to 200.")]
    [InlineData("/api/exports?status=3", "'status' is one of unpacking, processing, done, rejected, failed.")]
    [InlineData("/api/exports?page=", "'page' is no page of this list")]
    [InlineData("/api/exports?page=c29tZXRoaW5nIGVsc2U", "'page' is no page of this list")]
    [InlineData($"/api/exports/{Unknown}/issues?severity=fatal", "'severity' is one of info, warning, error.")]
    [InlineData($"/api/exports/{Unknown}/issues?size=-1", "'size' is a whole number from 1 to 1000.")]
    public async Task What_would_be_right_of_a_parameter_is_told(string path, string detail)
    {
        var answer = await _caller.GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, "bad-parameter"), answer.Problem);
        Assert.StartsWith(detail, (string?)answer.Json["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_list_is_none_of_this_one()
    {
        var errors = await _caller.GetAsync($"/api/exports/{watched.Planted}/issues?severity=error&size=10");
        var token = (string?)errors.Json["next_page"];

        var warnings = await _caller.GetAsync($"/api/exports/{watched.Planted}/issues?severity=warning&page={token}");
        var larger = await _caller.GetAsync($"/api/exports/{watched.Planted}/issues?severity=error&size=20&page={token}");

        Assert.Equal((HttpStatusCode.BadRequest, "bad-parameter"), warnings.Problem);
        Assert.Equal((HttpStatusCode.OK, 20), (larger.Status, larger.Json["issues"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_key_in_place_of_a_code_does_not_come_back()
    {
        var answer = await _caller.GetAsync($"/api/exports/{Unknown}/issues?code=FunctionKey==");

        Assert.Equal((HttpStatusCode.BadRequest, "bad-parameter"), answer.Problem);
        Assert.DoesNotContain("FunctionKey==", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_only_leads_to_this_machine_is_refused()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, watched.Address) { Headers = { Host = "elsewhere.example" } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }
}

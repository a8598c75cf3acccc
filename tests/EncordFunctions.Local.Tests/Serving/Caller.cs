namespace EncordFunctions.Local.Tests.Serving;

/// <summary>Asks a server, and holds every answer against the OpenAPI document and against what must never leave the exports.</summary>
internal sealed class Caller(Uri server, params string[] secrets) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = server };
    private readonly OpenApi _document = new();

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<Answer> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, path);
        change?.Invoke(request);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Empty(await _document.FaultsAsync(response, body));
        var whole = $"{response.Headers}{response.Content.Headers}{body}";
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, whole, StringComparison.OrdinalIgnoreCase));
        return new Answer(response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, body);
    }

    public void Dispose() => _client.Dispose();
}

using System.Collections.Concurrent;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>Counts the HTTP requests of this process, so that two runs can show that they asked the storage for the same.</summary>
internal sealed class Requests : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly HttpTraffic _traffic;

    public Requests()
    {
        _traffic = new HttpTraffic(null, Count);
        _traffic.Listen();
    }

    /// <summary>What was counted since the last call.</summary>
    public string Take()
    {
        var all = _counts.OrderByDescending(static count => count.Value).ThenBy(static count => count.Key, StringComparer.Ordinal).ToArray();
        _counts.Clear();
        return $"{all.Sum(static count => count.Value):N0} requests: {string.Join(", ", all.Select(static count => $"{count.Value:N0} {count.Key}"))}";
    }

    public void Dispose() => _traffic.Dispose();

    private void Count(HttpRequestMessage request, HttpResponseMessage? response)
    {
        var refused = response is { IsSuccessStatusCode: true } ? "" : $" ({(int?)response?.StatusCode})";
        _counts.AddOrUpdate(RequestKind.Of(request.Method.Method, request.RequestUri!) + refused, 1, static (_, count) => count + 1);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>Counts the HTTP requests of this process, so that two runs can show that they asked the storage for the same.</summary>
internal sealed class Requests : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly List<IDisposable> _subscriptions = [];

    public Requests() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>What was counted since the last call.</summary>
    public string Take()
    {
        var all = _counts.OrderByDescending(static count => count.Value).ToArray();
        _counts.Clear();
        return $"{all.Sum(static count => count.Value):N0} requests: {string.Join(", ", all.Select(static count => $"{count.Value:N0} {count.Key}"))}";
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener") _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != "System.Net.Http.HttpRequestOut.Start") return;
        if (value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is not HttpRequestMessage request) return;
        var path = request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var place = path is [_, var first, ..] ? first.Split('(')[0] : "account";
        _counts.AddOrUpdate($"{request.Method} {place}", 1, static (_, count) => count + 1);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(static subscription => subscription.Dispose());
}

using System.Diagnostics;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>Every HTTP request of this process, as it leaves and as its answer comes.</summary>
/// <param name="began">Told before a request leaves.</param>
/// <param name="ended">Told when the head of its answer is there; of none, where there was no answer.</param>
internal sealed class HttpTraffic(Action<HttpRequestMessage>? began, Action<HttpRequestMessage, HttpResponseMessage?> ended)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];

    /// <summary>Listens from here on.</summary>
    public void Listen() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener") _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key is not ("System.Net.Http.HttpRequestOut.Start" or "System.Net.Http.HttpRequestOut.Stop")) return;
        if (Member<HttpRequestMessage>("Request") is not { } request) return;
        if (value.Key.EndsWith("Stop", StringComparison.Ordinal)) ended(request, Member<HttpResponseMessage>("Response"));
        else began?.Invoke(request);

        T? Member<T>(string name)
            where T : class => value.Value?.GetType().GetProperty(name)?.GetValue(value.Value) as T;
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(static subscription => subscription.Dispose());
}

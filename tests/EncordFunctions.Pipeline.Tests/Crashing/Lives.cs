using Azure.Core;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Crashing;

/// <summary>Processes that follow each other: each works until its death, the last one lives on.</summary>
public sealed class Lives(StorageAccount account, DerivativeList formats, params IEnumerable<CrashPolicy> deaths)
{
    private readonly Queue<CrashPolicy> _deaths = new(deaths);
    private CrashPolicy? _death;
    private Pipe? _pipe;

    /// <summary>The process that lives now.</summary>
    public Pipe Now()
    {
        if (_pipe is not null && _death is not { HasCrashed: true }) return _pipe;
        _death = _deaths.Count > 0 ? _deaths.Dequeue() : null;
        return _pipe = new Pipe(account, Configure(_death), formats);
    }

    private static Action<ClientOptions>? Configure(CrashPolicy? death) =>
        death is null ? null : options => options.AddPolicy(death, HttpPipelinePosition.PerCall);
}

using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Pipeline.Tests.Faults;

/// <summary>
/// A storage that makes trouble, below the clients' own retries. Which request has which fault follows from the seed, from what is asked for
/// and how often that was asked for before; so the same seed makes the same trouble, whatever runs at the same time.
/// </summary>
public sealed partial class FaultPolicy(int seed, int percent) : HttpPipelinePolicy
{
    private static readonly TimeSpan LongestAlone = TimeSpan.FromMilliseconds(20);
    private static readonly Fault[] Kinds = Enum.GetValues<Fault>();

    private readonly ConcurrentDictionary<string, int> _asked = [];
    private readonly int[] _made = new int[Kinds.Length];
    private TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How often each fault was made.</summary>
    public IReadOnlyDictionary<Fault, int> Made => Kinds.ToDictionary(static kind => kind, kind => Volatile.Read(ref _made[(int)kind]));

    /// <summary>Sets clients up to meet the faults, and to try again at once.</summary>
    public void Configure(ClientOptions options, int retries)
    {
        options.AddPolicy(this, HttpPipelinePosition.BeforeTransport);
        options.Retry.MaxRetries = retries;
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.Zero;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _requests);
        var fault = Decide(message.Request);
        if (fault is not null) Interlocked.Increment(ref _made[(int)fault]);
        switch (fault)
        {
            case Fault.TooMany:
                message.Response = new FaultyAnswer(429);
                return;
            case Fault.ServerError:
                message.Response = new FaultyAnswer(500);
                return;
            case Fault.Busy:
                message.Response = new FaultyAnswer(503);
                return;
            case Fault.Dropped:
                throw new RequestFailedException("The connection was dropped.", new IOException("Connection reset by peer"));
        }

        await ProcessNextAsync(message, pipeline);
        if (fault == Fault.TimeOut)
        {
            message.Response.Dispose();
            throw new TaskCanceledException("No answer came in time.");
        }
        if (fault == Fault.Slow)
        {
            var later = Volatile.Read(ref _answered).Task;
            await Task.WhenAny(later, Task.Delay(LongestAlone, TimeProvider.System, message.CancellationToken));
        }
        Interlocked.Exchange(ref _answered, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    private Fault? Decide(Request request)
    {
        // Each run has exports of its own.
        var asked = OfTheRun().Replace($"{request.Method} {request.Uri.PathAndQuery}", "");
        var times = _asked.AddOrUpdate(asked, 0, static (_, before) => before + 1);
        var dice = XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{seed} {times} {asked}"));
        return dice % 100 < (ulong)percent ? Kinds[dice / 100 % (ulong)Kinds.Length] : null;
    }

    [GeneratedRegex("[0-9a-f]{16}")]
    private static partial Regex OfTheRun();
}

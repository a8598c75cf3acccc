using System.Diagnostics;
using System.Security.Cryptography;

namespace EncordFunctions.Fuzz.Driving;

/// <summary>
/// Feeds a target with mutated inputs in this process, where there is neither AFL nor libFuzzer. It sees no coverage: an input is kept for
/// further mutation where its outcome is a new one. The same seed gives the same inputs.
/// </summary>
internal sealed class Driver(FuzzTarget target, int seed, TimeProvider time)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Hopeless = TimeSpan.FromSeconds(60);

    private readonly string _folder = Path.Combine("artifacts", "fuzz", target.Name);
    private readonly List<byte[]> _corpus = [];
    private readonly HashSet<string> _outcomes = [];
    private readonly HashSet<string> _findings = [];
    private byte[] _running = [];
    private long _executions;
    private long _seen = -1;

    /// <summary>Runs for that long, prints what came of it, and leaves each finding as a file.</summary>
    /// <returns>How many findings there are, each kind counted once.</returns>
    public async Task<int> RunAsync(TimeSpan length, string? corpusFolder)
    {
        Directory.CreateDirectory(_folder);
        var start = time.GetTimestamp();
        await using var watchdog = time.CreateTimer(_ => Watch(), null, Hopeless, Hopeless);
        foreach (var input in target.Seeds().Concat(corpusFolder is null ? [] : Directory.EnumerateFiles(corpusFolder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)))
            Execute(input, isSeed: true);
        var seeds = _corpus.Count;
        var mutator = new Mutator(target, seed);
        while (time.GetElapsedTime(start) < length) Execute(mutator.Next(_corpus));
        Console.WriteLine(
            $"{target.Name}: {_executions:N0} executions in {time.GetElapsedTime(start).TotalSeconds:N0} s, seed {seed}, "
            + $"{seeds} inputs grown to {_corpus.Count}, {_outcomes.Count} outcomes, {_findings.Count} findings");
        return _findings.Count;
    }

    private void Execute(byte[] input, bool isSeed = false)
    {
        _running = input;
        Interlocked.Increment(ref _executions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = time.GetTimestamp();
        try
        {
            var isNew = _outcomes.Add(target.Run(input));
            if (isNew || isSeed) _corpus.Add(input);
            if (GC.GetAllocatedBytesForCurrentThread() - before is var allocated && allocated > target.MostAllocated) Tell(input, $"it allocated {allocated:N0} bytes", "memory");
            if (time.GetElapsedTime(started) > LongestRun && Again(input) is var elapsed && elapsed > LongestRun) Tell(input, $"it took {elapsed.TotalSeconds:N1} s");
        }
        catch (Exception exception)
        {
            // Whatever comes out is a finding: the targets promise values.
            var place = new StackTrace(exception).GetFrame(0)?.GetMethod();
            Tell(input, $"{exception.GetType().Name}: {exception.Message}", exception is FindingException ? exception.Message : $"{exception.GetType()} {place?.DeclaringType} {place?.Name}");
        }
    }

    // A busy machine stops a process for seconds: an input of 5 KB that takes a millisecond was told to have taken 2.6 s.
    private TimeSpan Again(byte[] input)
    {
        var started = time.GetTimestamp();
        target.Run(input);
        return time.GetElapsedTime(started);
    }

    private void Tell(byte[] input, string what, string kind = "time")
    {
        if (!_findings.Add(kind)) return;
        var path = Path.Combine(_folder, $"finding-{Convert.ToHexStringLower(SHA256.HashData(input).AsSpan(0, 6))}");
        File.WriteAllBytes(path, input);
        Console.WriteLine($"{target.Name}: {what} ({input.Length} bytes, {path})");
    }

    /// <summary>An input that never ends can't be stopped; it's written, and the process goes with it.</summary>
    private void Watch()
    {
        var (input, executions) = (_running, Interlocked.Read(ref _executions));
        if (_seen != executions)
        {
            _seen = executions;
            return;
        }
        Tell(input, $"it has not ended after {Hopeless.TotalSeconds} s");
        Environment.Exit(1);
    }
}

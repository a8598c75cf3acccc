namespace EncordFunctions.Bench.WholePipeline;

/// <summary>What a run came to.</summary>
/// <param name="Seconds">On the clock.</param>
/// <param name="Cpu">Seconds of CPU of this process.</param>
/// <param name="Requests">What it asked the storage for.</param>
internal sealed record PipelineRun(double Seconds, double Cpu, string Requests)
{
    public void Print(string name) => Console.WriteLine($"{name,-22} {Seconds,6:N1} s, {Cpu,6:N1} s of CPU\n    {Requests}");
}

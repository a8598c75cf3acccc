using EncordFunctions.Formats;

namespace EncordFunctions.Bench.Rows;

/// <summary>Prints what a row costs of the processor and of memory: read, with all that is written of it, and with one format at a time.</summary>
internal static class RowComparison
{
    public static async Task RunAsync(int rounds)
    {
        var work = new RowWork();
        IFormat[] formats = [.. DerivativeList.Default.RowFormats, .. DerivativeList.Default.ExportFormats];
        (string Name, IFormat[] Formats)[] parts = [("reading", []), ("reading, and all formats", formats), .. formats.Select(static one => (one.Name, new[] { one }))];
        var timings = await Timing.OfAsync(rounds, [.. parts.Select(part => (Func<Task<long>>)(() => work.RunAsync(part.Formats)))]);
        var (readingTime, readingMemory) = (0.0, 0.0);
        for (var part = 0; part < parts.Length; part++)
        {
            var (allocated, written) = (GC.GetAllocatedBytesForCurrentThread(), work.Written);
            await work.RunAsync(parts[part].Formats);
            var time = timings[part].Cpu * 1e6 / RowWork.Rows;
            var memory = (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e3 / RowWork.Rows;
            if (part == 0) (readingTime, readingMemory) = (time, memory);
            if (part > 1) (time, memory) = (time - readingTime, memory - readingMemory);
            Console.WriteLine(
                $"  {(part > 1 ? "  and " : "")}{parts[part].Name,-24} {time,7:N0} µs a row {memory,7:N1} KB allocated {(work.Written - written) / 1e3 / RowWork.Rows,7:N1} KB written");
        }
    }
}

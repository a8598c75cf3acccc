using BenchmarkDotNet.Attributes;
using EncordFunctions.Formats;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Bench.Masks;

/// <summary>The mask kernels, a mask an operation, with the floors below which memory itself does not let them go.</summary>
[MemoryDiagnoser]
public class MaskBenchmarks
{
    private readonly MaskSet _set = new();
    private readonly byte[] _pixels = new byte[1920 * 1080];
    private readonly IRowWriter _png;
    private readonly RowEvent[] _annotations;

    public MaskBenchmarks()
    {
        var unit = new DataUnit("unit", null, null, 0, default, null);
        _png = new MaskPng().Open(new RowContext(0, new RowIndex { Header = new LabelRowHeader(), Units = [unit] }, null), new NoFiles());
        _annotations = Array.ConvertAll(_set.Masks, mask => (RowEvent)new RowEvent.AnnotationRead(new Annotation
        {
            Unit = unit,
            Frame = new Frame(0, new FrameSize(mask.Width, mask.Height)),
            Position = 0,
            ObjectHash = "AbCdEf12",
            Shape = new Bitmask(mask),
        }));
    }

    [Benchmark(OperationsPerInvoke = MaskSet.Count)]
    public void TextToRuns()
    {
        for (var number = 0; number < MaskSet.Count; number++)
            Mask.Read(_set.Texts[number], _set.Masks[number].Width, _set.Masks[number].Height);
    }

    [Benchmark(OperationsPerInvoke = MaskSet.Count)]
    public double AreaAndBounds()
    {
        var sum = 0.0;
        foreach (var known in _set.Masks)
        {
            // A mask keeps them, so each is a new one.
            var mask = Mask.FromRuns(known.Runs, known.Width, known.Height);
            sum += mask.Area + mask.Bounds.W;
        }
        return sum;
    }

    [Benchmark(OperationsPerInvoke = MaskSet.Count)]
    public void RunsToBytes()
    {
        foreach (var mask in _set.Masks) mask.CopyTo(_pixels);
    }

    [Benchmark(OperationsPerInvoke = MaskSet.Count)]
    public void FloorOfBytes()
    {
        foreach (var mask in _set.Masks) _pixels.AsSpan(0, mask.Width * mask.Height).Fill(1);
    }

    [Benchmark(OperationsPerInvoke = MaskSet.Count)]
    public void RunsToPackedRows()
    {
        foreach (var mask in _set.Masks) mask.WritePackedRows(_pixels, filterByte: true);
    }

    [Benchmark(OperationsPerInvoke = MaskSet.Count)]
    public void FloorOfPackedRows()
    {
        foreach (var mask in _set.Masks) _pixels.AsSpan(0, ((mask.Width / 8) + 1) * mask.Height).Fill(1);
    }

    [Benchmark(OperationsPerInvoke = MaskSet.Count)]
    public async Task RunsToPng()
    {
        foreach (var annotation in _annotations) await _png.WriteAsync(annotation, CancellationToken.None);
    }

    [Benchmark(OperationsPerInvoke = MaskSet.Count)]
    public int RunsToCocoCounts()
    {
        var sum = 0;
        // A mask keeps them, so each is a new one.
        foreach (var mask in _set.Masks) sum += Mask.FromRuns(mask.Runs, mask.Width, mask.Height).Utf8CocoCounts.Length;
        return sum;
    }
}

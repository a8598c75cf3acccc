using EncordFunctions.Formats;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Bench.Masks;

/// <summary>What is measured over a set of masks: our way, what memory alone takes, and COCO's code over the same texts.</summary>
internal sealed class MaskWork : IDisposable
{
    private readonly MaskSet _set = new();
    private readonly byte[] _pixels = new byte[1920 * 1080];
    private readonly DataUnit _unit = new("unit", null, null, 0, default, null);
    private readonly IRowWriter _png;
    private readonly CocoMaskApi? _coco;
    private readonly byte[][] _ended;
    private readonly CocoMaskApi.Rle[] _rles = [];

    public MaskWork(CocoMaskApi? coco)
    {
        _coco = coco;
        _png = new MaskPng().Open(new RowContext(0, new RowIndex { Header = new LabelRowHeader(), Units = [_unit] }, null), new NoFiles());
        _ended = Array.ConvertAll(_set.Texts, static text => (byte[])[.. text, 0]);
        if (coco is not null) _rles = [.. Enumerable.Range(0, MaskSet.Count).Select(ReadByCoco)];
    }

    public Task<long> TextToRuns() => ForAll(number => Read(number).Runs.Length);

    public Task<long> TextToRunsByCoco() => ForAll(number =>
    {
        var rle = ReadByCoco(number);
        _coco!.Free(ref rle);
        return 0;
    });

    public Task<long> RunsToBytes() => ForAll(number =>
    {
        _set.Masks[number].CopyTo(_pixels);
        return 0;
    });

    public Task<long> RunsToBytesByCoco() => ForAll(number =>
    {
        _coco!.Decode(_rles[number], _pixels);
        return 0;
    });

    public Task<long> TextToBytes() => ForAll(number =>
    {
        Read(number).CopyTo(_pixels);
        return 0;
    });

    public Task<long> TextToBytesByCoco() => ForAll(number =>
    {
        var rle = ReadByCoco(number);
        _coco!.Decode(rle, _pixels);
        _coco.Free(ref rle);
        return 0;
    });

    public Task<long> FillBytes() => ForAll(number =>
    {
        _pixels.AsSpan(0, _set.Masks[number].Width * _set.Masks[number].Height).Fill(1);
        return 0;
    });

    public Task<long> FillPackedRows() => ForAll(number =>
    {
        _pixels.AsSpan(0, ((_set.Masks[number].Width / 8) + 1) * _set.Masks[number].Height).Fill(1);
        return 0;
    });

    public async Task<long> TextToPng()
    {
        for (var number = 0; number < MaskSet.Count; number++)
        {
            var mask = Read(number);
            await _png.WriteAsync(
                new RowEvent.AnnotationRead(new Annotation
                {
                    Unit = _unit,
                    Frame = new Frame(0, new FrameSize(mask.Width, mask.Height)),
                    Position = 0,
                    ObjectHash = "AbCdEf12",
                    Shape = new Bitmask(mask),
                }),
                CancellationToken.None);
        }
        return MaskSet.Count;
    }

    public void Dispose()
    {
        foreach (ref var rle in _rles.AsSpan()) _coco!.Free(ref rle);
    }

    private Mask Read(int number) =>
        ((MaskReading.Read)Mask.Read(_set.Texts[number], _set.Masks[number].Width, _set.Masks[number].Height)).Mask;

    /// <summary>The text runs along the rows, so that height and width change places.</summary>
    private CocoMaskApi.Rle ReadByCoco(int number) => _coco!.Read(_ended[number], _set.Masks[number].Width, _set.Masks[number].Height);

    private static Task<long> ForAll(Func<int, long> one)
    {
        var sum = 0L;
        for (var number = 0; number < MaskSet.Count; number++) sum += one(number);
        return Task.FromResult(sum);
    }
}

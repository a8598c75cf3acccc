using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads <c>data_units</c> or <c>spaces</c> the first time: the units, and of their labels what <see cref="LabelIndexer"/> keeps.</summary>
internal sealed class UnitIndexer
{
    private readonly string _map;
    private readonly Func<IUnitMembers> _begin;
    private readonly JsonWalker _json;
    private readonly Findings _findings;
    private readonly KeptIssues _kept;
    private readonly UnknownMembers _unknown;
    private readonly RowExtra _extra;
    private readonly LabelIndexer _labels;
    private readonly List<DataUnit> _units = [];
    private readonly List<SliceSizes?> _slices = [];
    private string _pointer = "";
    private string _hash = "";

    public UnitIndexer(string map, Func<IUnitMembers> begin, JsonWalker json, Findings findings, KeptIssues kept, UnknownMembers unknown, RowExtra extra, LabelIndexer labels)
    {
        _map = map;
        _begin = begin;
        _json = json;
        _findings = findings;
        _kept = kept;
        _unknown = unknown;
        _extra = extra;
        _labels = labels;
    }

    /// <summary>What stands under the map's name; null where nothing does.</summary>
    public JsonKind? Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public long Offset { get; private set; }

    /// <summary>The units in file order.</summary>
    public IReadOnlyList<DataUnit> Units => _units;

    /// <summary>Sizes of their slices.</summary>
    public IReadOnlyList<SliceSizes?> Slices => _slices;

    /// <summary>Reads the units that follow.</summary>
    /// <param name="mayBeScene">Whether the row is a scene, or may turn out to be one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask ReadAsync(bool mayBeScene, CancellationToken cancellationToken)
    {
        Kind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        Offset = _json.Offset;
        if (!await EnterObjectAsync(_map, cancellationToken).ConfigureAwait(false)) return;
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            _hash = Encoding.UTF8.GetString(_json.Name);
            _pointer = JsonPointer.Append(_map, _hash);
            if (await EnterObjectAsync(_pointer, cancellationToken).ConfigureAwait(false)) await ReadUnitAsync(mayBeScene, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ReadUnitAsync(bool mayBeScene, CancellationToken cancellationToken)
    {
        var reader = _begin();
        var frames = 0L;
        _labels.Sizes = null;
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_json.Name.SequenceEqual("labels"u8))
            {
                var labels = $"{_pointer}/labels";
                if (await EnterObjectAsync(labels, cancellationToken).ConfigureAwait(false))
                    await _labels.ReadAsync(labels, mayBeScene, cancellationToken).ConfigureAwait(false);
            }
            else if (_json.Name.SequenceEqual("frames"u8) && reader is SpaceReader) frames = await ReadFramesAsync(cancellationToken).ConfigureAwait(false);
            else if (reader.IsIgnored(_json.Name)) await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            else await ReadMemberAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        var unit = reader.Make(_hash, _units.Count);
        if (frames > 0) unit = unit with { FrameCount = frames };
        _units.Add(unit);
        _slices.Add(_labels.Sizes?.AreAll(unit.Size) == false ? _labels.Sizes : null);
    }

    private async ValueTask ReadMemberAsync(IUnitMembers reader, CancellationToken cancellationToken)
    {
        if (!await _json.TakeAsync(cancellationToken).ConfigureAwait(false))
        {
            await _kept.SkipTooLongAsync(_json, _pointer, cancellationToken).ConfigureAwait(false);
            return;
        }
        var cursor = new JsonCursor(_json.Taken);
        _findings.Clear();
        if (!reader.TryRead(_json.Name, ref cursor))
        {
            _unknown.Add("a data unit", _json.Name, _json.NameOffset, () => _pointer);
            _extra.AddToUnit(_hash, _json.Name, _json.Taken);
        }
        else if (_findings.Notes.Count > 0) _kept.Add(_findings, _json.Offset, JsonPointer.Append(_pointer, Encoding.UTF8.GetString(_json.Name)));
        _json.Release();
    }

    /// <summary>The slices of a stack, each with its size; their number.</summary>
    private async ValueTask<long> ReadFramesAsync(CancellationToken cancellationToken)
    {
        var pointer = $"{_pointer}/frames";
        var kind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (kind != JsonKind.List)
        {
            if (kind is not (JsonKind.Null or JsonKind.End))
                _kept.Add(IssueCatalogue.WrongKind, _json.Offset, pointer, $"Expected a list of slices, found {JsonBytes.NameOf(kind)}; read as absent.");
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            return 0;
        }
        var slice = 0L;
        for (_json.Enter(); await _json.NextElementAsync(cancellationToken).ConfigureAwait(false); slice++)
            await _labels.ReadSizeAsync(slice, pointer, "", cancellationToken).ConfigureAwait(false);
        return slice;
    }

    /// <summary>Enters the object that follows; null reads as absent, anything else is an issue and is stepped over.</summary>
    private async ValueTask<bool> EnterObjectAsync(string pointer, CancellationToken cancellationToken)
    {
        var kind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (kind == JsonKind.Object)
        {
            _json.Enter();
            return true;
        }
        if (kind is not (JsonKind.Null or JsonKind.End))
            _kept.Add(IssueCatalogue.UnusableContainer, _json.Offset, pointer, $"Expected an object, found {JsonBytes.NameOf(kind)}; nothing in it is read.");
        await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        return false;
    }
}

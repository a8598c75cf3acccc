using System.Buffers.Text;
using System.Text;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads <c>data_units</c> the first time: the units and the sizes that single slices state, nothing else of the labels.</summary>
internal sealed class UnitIndexer
{
    private readonly JsonWalker _json;
    private readonly MemberValues _values;
    private readonly Findings _findings;
    private readonly KeptIssues _kept;
    private readonly UnknownMembers _unknown;
    private readonly List<DataUnit> _units = [];
    private readonly List<SliceSizes?> _slices = [];
    private SliceSizes? _sizes;
    private string _pointer = "";

    public UnitIndexer(JsonWalker json, MemberValues values, Findings findings, KeptIssues kept, UnknownMembers unknown)
    {
        _json = json;
        _values = values;
        _findings = findings;
        _kept = kept;
        _unknown = unknown;
    }

    /// <summary>The units in file order.</summary>
    public IReadOnlyList<DataUnit> Units => _units;

    /// <summary>Sizes of their slices.</summary>
    public IReadOnlyList<SliceSizes?> Slices => _slices;

    /// <summary>Reads the units that follow.</summary>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        if (!await EnterObjectAsync("/data_units", cancellationToken).ConfigureAwait(false)) return;
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            var hash = Encoding.UTF8.GetString(_json.Name);
            _pointer = JsonPointer.Append("/data_units", hash);
            if (await EnterObjectAsync(_pointer, cancellationToken).ConfigureAwait(false)) await ReadUnitAsync(hash, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ReadUnitAsync(string hash, CancellationToken cancellationToken)
    {
        var reader = new UnitReader(_values);
        _sizes = null;
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_json.Name.SequenceEqual("labels"u8)) await ReadLabelsAsync(cancellationToken).ConfigureAwait(false);
            else if (UnitReader.IsIgnored(_json.Name)) await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            else await ReadMemberAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        var unit = reader.Make(hash, _units.Count);
        _units.Add(unit);
        _slices.Add(_sizes?.AreAll(unit.Size) == false ? _sizes : null);
    }

    private async ValueTask ReadMemberAsync(UnitReader reader, CancellationToken cancellationToken)
    {
        if (!await _json.TakeAsync(cancellationToken).ConfigureAwait(false))
        {
            await _kept.SkipTooLongAsync(_json, _pointer, cancellationToken).ConfigureAwait(false);
            return;
        }
        var cursor = new JsonCursor(_json.Taken);
        _findings.Clear();
        if (!reader.TryRead(_json.Name, ref cursor)) _unknown.Add("a data unit", _json.Name, _json.NameOffset, () => _pointer);
        else if (_findings.Notes.Count > 0) _kept.Add(_findings, _json.Offset, JsonPointer.Append(_pointer, Encoding.UTF8.GetString(_json.Name)));
        _json.Release();
    }

    private async ValueTask ReadLabelsAsync(CancellationToken cancellationToken)
    {
        if (!await EnterObjectAsync($"{_pointer}/labels", cancellationToken).ConfigureAwait(false)) return;
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            var isKey = Utf8Parser.TryParse(_json.Name, out ulong frame, out var used) && used == _json.Name.Length;
            if (_json.Name.SequenceEqual("metadata"u8)) await ReadSizeAsync(0, cancellationToken).ConfigureAwait(false);
            else if (isKey && await _json.PeekAsync(cancellationToken).ConfigureAwait(false) == JsonKind.Object)
                await ReadFrameAsync((long)frame, cancellationToken).ConfigureAwait(false);
            else await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ReadFrameAsync(long frame, CancellationToken cancellationToken)
    {
        _json.Enter();
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_json.Name.SequenceEqual("metadata"u8)) await ReadSizeAsync(frame, cancellationToken).ConfigureAwait(false);
            else await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ReadSizeAsync(long frame, CancellationToken cancellationToken)
    {
        if (await _json.TakeAsync(cancellationToken).ConfigureAwait(false))
        {
            _findings.Clear();
            if (SizeIn(_json.Taken) is { IsKnown: true } size) (_sizes ??= new SliceSizes()).Add(frame, size);
            if (_findings.Notes.Count > 0) _kept.Add(_findings, _json.Offset, $"{_pointer}/labels/{frame}/metadata");
            _json.Release();
        }
        else
            await _kept.SkipTooLongAsync(_json, $"{_pointer}/labels/{frame}/metadata", cancellationToken).ConfigureAwait(false);
    }

    private FrameSize SizeIn(ReadOnlySpan<byte> metadata)
    {
        var json = new JsonCursor(metadata);
        if (json.Peek() != JsonKind.Object) return default;
        var (width, height) = (0L, 0L);
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("width"u8)) width = _values.Whole(ref json, "/width", 0, int.MaxValue) ?? 0;
            else if (name.SequenceEqual("height"u8)) height = _values.Whole(ref json, "/height", 0, int.MaxValue) ?? 0;
            else json.Skip();
        }
        return new FrameSize((int)width, (int)height);
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

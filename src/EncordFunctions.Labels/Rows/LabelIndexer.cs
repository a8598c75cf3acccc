using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads <c>labels</c> the first time: the sizes that single slices state and, of scenes, the events of the objects; nothing else.</summary>
internal sealed class LabelIndexer
{
    private readonly JsonWalker _json;
    private readonly MemberValues _values;
    private readonly Findings _findings;
    private readonly KeptIssues _kept;

    public LabelIndexer(JsonWalker json, MemberValues values, Findings findings, KeptIssues kept)
    {
        _json = json;
        _values = values;
        _findings = findings;
        _kept = kept;
    }

    /// <summary>The sizes of the unit's slices; null where none states one.</summary>
    public SliceSizes? Sizes { get; set; }

    /// <summary>What happens to the objects of a scene.</summary>
    public SceneEvents Events { get; } = new();

    /// <summary>Reads the labels whose object the walker has entered.</summary>
    /// <param name="pointer">Where they stand.</param>
    /// <param name="mayBeScene">Whether the row is a scene, or may turn out to be one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask ReadAsync(string pointer, bool mayBeScene, CancellationToken cancellationToken)
    {
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_json.Name.SequenceEqual("metadata"u8)) await ReadSizeAsync(null, pointer, "/metadata", cancellationToken).ConfigureAwait(false);
            else if (FrameKey.Read(_json.Name, mayBeScene, _values.Strings) is { } key && await _json.PeekAsync(cancellationToken).ConfigureAwait(false) == JsonKind.Object)
                await ReadFrameAsync(pointer, key, mayBeScene, cancellationToken).ConfigureAwait(false);
            else await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps the size that the value in front states for a slice.</summary>
    /// <param name="slice">The slice; null where the labels are flat and have one alone.</param>
    /// <param name="pointer">Where the slices stand.</param>
    /// <param name="member">The rest of the pointer, past the slice.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask ReadSizeAsync(long? slice, string pointer, string member, CancellationToken cancellationToken)
    {
        if (await _json.TakeAsync(cancellationToken).ConfigureAwait(false))
        {
            _findings.Clear();
            if (SizeIn(_json.Taken) is { IsKnown: true } size) (Sizes ??= new SliceSizes()).Add(slice ?? 0, size);
            if (_findings.Notes.Count > 0) _kept.Add(_findings, _json.Offset, Pointer());
            _json.Release();
        }
        else
            await _kept.SkipTooLongAsync(_json, Pointer(), cancellationToken).ConfigureAwait(false);

        string Pointer() => slice is null ? $"{pointer}{member}" : $"{pointer}/{slice}{member}";
    }

    private async ValueTask ReadFrameAsync(string pointer, FrameKey key, bool mayBeScene, CancellationToken cancellationToken)
    {
        _json.Enter();
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_json.Name.SequenceEqual("metadata"u8) && key.Stream is null) await ReadSizeAsync(key.Number, pointer, "/metadata", cancellationToken).ConfigureAwait(false);
            else if (mayBeScene && _json.Name.SequenceEqual("objects"u8) && await _json.PeekAsync(cancellationToken).ConfigureAwait(false) == JsonKind.List)
                await ReadEventsAsync(key, cancellationToken).ConfigureAwait(false);
            else await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ReadEventsAsync(FrameKey key, CancellationToken cancellationToken)
    {
        _json.Enter();
        while (await _json.NextElementAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await _json.TakeAsync(cancellationToken).ConfigureAwait(false))
            {
                ReadEvent(key);
                _json.Release();
            }
            else
                await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void ReadEvent(FrameKey key)
    {
        var json = new JsonCursor(_json.Taken);
        if (json.Peek() != JsonKind.Object) return;
        string? hash = null, mark = null;
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("objectHash"u8) && json.Peek() == JsonKind.Text) hash = _values.Text(ref json, "");
            else if (name.SequenceEqual("event"u8) && json.Peek() == JsonKind.Text) mark = _values.Text(ref json, "");
            else json.Skip();
        }
        if (!string.IsNullOrEmpty(hash)) Events.Add(hash, key, mark);
        // What is wrong with the texts is said when the objects themselves are read.
        _findings.Clear();
    }

    private FrameSize SizeIn(ReadOnlySpan<byte> slice)
    {
        var json = new JsonCursor(slice);
        if (json.Peek() != JsonKind.Object) return default;
        var (width, height) = (0, 0);
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("width"u8)) width = _values.Side(ref json, "/width");
            else if (name.SequenceEqual("height"u8)) height = _values.Side(ref json, "/height");
            else json.Skip();
        }
        return new FrameSize(width, height);
    }
}

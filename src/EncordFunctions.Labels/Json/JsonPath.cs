using System.Text;

namespace EncordFunctions.Labels.Json;

/// <summary>
/// Where in its JSON a validator stands: a member name or an index for every open object and list. Names are not copied while they are at
/// hand; those of the open levels are when their bytes go.
/// </summary>
internal sealed class JsonPath
{
    /// <summary>Deeper nesting is refused.</summary>
    public const int DeepestLevel = 64;

    /// <summary>Longer names are cut in pointers.</summary>
    private const int LongestShown = 512;

    private const int MostRepeats = 100;

    private readonly Level[] _levels = new Level[DeepestLevel];
    private readonly List<JsonRepeat> _repeats = [];
    private byte[] _carried = [];
    private int _carriedLength;

    private struct Level
    {
        public bool IsObject;
        public bool HasName;
        public long Index;

        /// <summary>Where the name begins in the bytes at hand; -1 where it is kept.</summary>
        public int Start;
        public int Length;
        public byte[]? Kept;
        public KeySet? Names;
    }

    /// <summary>The number of open objects and lists.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether the innermost of them is an object.</summary>
    public bool InObject => _levels[Depth - 1].IsObject;

    /// <summary>The first names that stood in their object before.</summary>
    public IReadOnlyList<JsonRepeat> Repeats => _repeats;

    /// <summary>How many there are in all.</summary>
    public long RepeatCount { get; private set; }

    /// <summary>Opens an object or a list.</summary>
    public void Open(bool isObject)
    {
        ref var level = ref _levels[Depth++];
        level.IsObject = isObject;
        level.HasName = false;
        level.Index = 0;
        if (isObject) (level.Names ??= new KeySet()).Clear();
    }

    /// <summary>Closes the innermost one.</summary>
    public void Close() => Depth--;

    /// <summary>Goes on behind a comma.</summary>
    public void MoveOn()
    {
        ref var level = ref _levels[Depth - 1];
        level.HasName = false;
        level.Index++;
    }

    /// <summary>Takes the part of a name whose rest has not come yet.</summary>
    public void Carry(ReadOnlySpan<byte> part)
    {
        if (_carried.Length < _carriedLength + part.Length) Array.Resize(ref _carried, Math.Max(256, (_carriedLength + part.Length) * 2));
        part.CopyTo(_carried.AsSpan(_carriedLength));
        _carriedLength += part.Length;
    }

    /// <summary>Takes a member's name, or what is left of it after <see cref="Carry"/>.</summary>
    /// <param name="bytes">The bytes at hand.</param>
    /// <param name="start">Where the name begins in them.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="escaped">Whether it has escapes.</param>
    /// <param name="offset">Its offset in the JSON.</param>
    public void Name(ReadOnlySpan<byte> bytes, int start, int end, bool escaped, long offset)
    {
        ref var level = ref _levels[Depth - 1];
        level.HasName = true;
        var name = bytes[start..end];
        if (escaped || _carriedLength > 0)
        {
            Carry(name);
            name = _carried.AsSpan(0, escaped ? JsonText.Decode(_carried.AsSpan(0, _carriedLength), _carried) : _carriedLength);
            _carriedLength = 0;
            Keep(ref level, name);
        }
        else
            (level.Start, level.Length) = (start, end - start);
        if (level.Names!.Add(name)) return;
        if (RepeatCount++ < MostRepeats) _repeats.Add(new JsonRepeat(offset, PointerIn(bytes)));
    }

    /// <summary>Copies the names of the open levels out of bytes that go.</summary>
    public void Settle(ReadOnlySpan<byte> bytes)
    {
        foreach (ref var level in _levels.AsSpan(0, Depth))
        {
            if (level is { IsObject: true, HasName: true, Start: >= 0 }) Keep(ref level, bytes.Slice(level.Start, level.Length));
        }
    }

    /// <summary>JSON Pointer of the innermost value that was reached.</summary>
    public string PointerIn(ReadOnlySpan<byte> bytes)
    {
        var pointer = "";
        foreach (ref readonly var level in _levels.AsSpan(0, Depth))
        {
            if (!level.IsObject) pointer = $"{pointer}/{level.Index}";
            else if (level.HasName)
            {
                var name = level.Start >= 0 ? bytes.Slice(level.Start, Math.Min(level.Length, LongestShown)) : level.Kept.AsSpan(0, level.Length);
                pointer = JsonPointer.Append(pointer, Encoding.UTF8.GetString(name));
            }
        }
        return pointer;
    }

    private static void Keep(ref Level level, ReadOnlySpan<byte> name)
    {
        name = name[..Math.Min(name.Length, LongestShown)];
        if (level.Kept is null || level.Kept.Length < name.Length) level.Kept = new byte[Math.Max(name.Length, 64)];
        name.CopyTo(level.Kept);
        (level.Start, level.Length) = (-1, name.Length);
    }
}

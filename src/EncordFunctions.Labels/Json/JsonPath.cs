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

    private const int MostRepeats = 100;

    private readonly JsonLevel?[] _levels = new JsonLevel?[DeepestLevel];
    private readonly List<JsonRepeat> _repeats = [];
    private JsonLevel _top = new();
    private byte[] _carried = [];
    private int _carriedLength;

    /// <summary>The number of open objects and lists.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether the innermost of them is an object.</summary>
    public bool InObject => _top.IsObject;

    /// <summary>The first names that stood in their object before.</summary>
    public IReadOnlyList<JsonRepeat> Repeats => _repeats;

    /// <summary>How many there are in all.</summary>
    public long RepeatCount { get; private set; }

    /// <summary>Opens an object or a list.</summary>
    public void Open(bool isObject)
    {
        _top = _levels[Depth++] ??= new JsonLevel();
        _top.Open(isObject);
    }

    /// <summary>Closes the innermost one.</summary>
    public void Close()
    {
        if (--Depth > 0) _top = _levels[Depth - 1]!;
    }

    /// <summary>Goes on behind a comma.</summary>
    public void MoveOn() => _top.MoveOn();

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
        var name = bytes[start..end];
        if (escaped || _carriedLength > 0) name = Whole(name, escaped);
        else _top.Point(start, name.Length);
        if (_top.Names.Add(name)) return;
        if (RepeatCount++ < MostRepeats) _repeats.Add(new JsonRepeat(offset, PointerIn(bytes)));
    }

    /// <summary>Copies the names of the open levels out of bytes that go.</summary>
    public void Settle(ReadOnlySpan<byte> bytes)
    {
        for (var depth = 0; depth < Depth; depth++) _levels[depth]!.Settle(bytes);
    }

    /// <summary>JSON Pointer of the innermost value that was reached.</summary>
    public string PointerIn(ReadOnlySpan<byte> bytes)
    {
        var pointer = "";
        for (var depth = 0; depth < Depth; depth++)
        {
            var level = _levels[depth]!;
            if (!level.IsObject) pointer = $"{pointer}/{level.Index}";
            else if (level.HasName) pointer = JsonPointer.Append(pointer, Encoding.UTF8.GetString(level.NameIn(bytes)));
        }
        return pointer;
    }

    private ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> rest, bool escaped)
    {
        Carry(rest);
        var whole = _carried.AsSpan(0, escaped ? JsonText.Decode(_carried.AsSpan(0, _carriedLength), _carried) : _carriedLength);
        _carriedLength = 0;
        _top.Keep(whole);
        return whole;
    }
}

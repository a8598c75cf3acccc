namespace EncordFunctions.Labels.Json;

/// <summary>An open object or list of a <see cref="JsonPath"/>; used again for the next one at its depth.</summary>
internal sealed class JsonLevel
{
    /// <summary>Longer names are cut in pointers.</summary>
    private const int LongestShown = 512;

    private byte[] _kept = new byte[64];
    private int _start;
    private int _length;

    /// <summary>Whether it is an object.</summary>
    public bool IsObject { get; private set; }

    /// <summary>Whether it is an object that stands at a member.</summary>
    public bool HasName { get; private set; }

    /// <summary>The index of the element, in a list.</summary>
    public long Index { get; private set; }

    /// <summary>The names that it has had, in an object.</summary>
    public KeySet Names { get; } = new();

    /// <summary>Begins an object or a list.</summary>
    public void Open(bool isObject)
    {
        IsObject = isObject;
        HasName = false;
        Index = 0;
        if (isObject) Names.Clear();
    }

    /// <summary>Goes on behind a comma.</summary>
    public void MoveOn()
    {
        HasName = false;
        Index++;
    }

    /// <summary>Stands at the member whose name is at hand.</summary>
    public void Point(int start, int length)
    {
        HasName = true;
        (_start, _length) = (start, length);
    }

    /// <summary>Stands at the member of that name, which is copied.</summary>
    public void Keep(ReadOnlySpan<byte> name)
    {
        name = name[..Math.Min(name.Length, LongestShown)];
        if (_kept.Length < name.Length) _kept = new byte[LongestShown];
        name.CopyTo(_kept);
        HasName = true;
        (_start, _length) = (-1, name.Length);
    }

    /// <summary>Copies the name out of bytes that go.</summary>
    public void Settle(ReadOnlySpan<byte> bytes)
    {
        if (HasName && _start >= 0) Keep(bytes.Slice(_start, _length));
    }

    /// <summary>The name, in the bytes at hand or copied before.</summary>
    public ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> bytes) =>
        _start < 0 ? _kept.AsSpan(0, _length) : bytes.Slice(_start, Math.Min(_length, LongestShown));
}

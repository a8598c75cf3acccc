namespace EncordFunctions.Labels.Issues;

/// <summary>Where a value stands that is read whole: its offset in the row, and its JSON Pointer from the row on.</summary>
internal readonly record struct LeafPlace(long Offset, Func<string> Pointer)
{
    /// <summary>Counts a member of the value that is not known.</summary>
    public void Unknown(UnknownMembers unknown, string holder, ReadOnlySpan<byte> name, int at) => unknown.Add(holder, name, Offset + at, Pointer);

    /// <summary>Counts a member of what stands in the value under <paramref name="path"/>.</summary>
    public void Unknown(UnknownMembers unknown, string holder, ReadOnlySpan<byte> name, int at, string path)
    {
        var pointer = Pointer;
        unknown.Add(holder, name, Offset + at, () => pointer() + path);
    }
}

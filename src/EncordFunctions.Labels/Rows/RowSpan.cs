namespace EncordFunctions.Labels.Rows;

/// <summary>The bytes of one element of an entry: from its first byte, as long as it goes.</summary>
/// <param name="Offset">Byte offset in the inflated entry.</param>
/// <param name="Length">Length in bytes.</param>
public readonly record struct RowSpan(long Offset, long Length);

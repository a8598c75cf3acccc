namespace EncordFunctions.Pipeline.Zip;

/// <summary>One entry as the central directory describes it. Nothing here is proven before the entry was read.</summary>
public sealed record ZipEntry
{
    /// <summary>Its position in the central directory, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>Its name for people: control characters replaced, cut at 1,024 characters. Never a path and never unique.</summary>
    public required string Name { get; init; }

    /// <summary>Its inflated size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Its compressed size in bytes.</summary>
    public required long CompressedSize { get; init; }

    /// <summary>CRC-32 of its inflated bytes.</summary>
    public required uint Crc { get; init; }

    /// <summary>0 is stored, 8 is deflate, the rest isn't read.</summary>
    public required int Method { get; init; }

    /// <summary>Why it isn't to be read; null: it is a .json entry.</summary>
    public SkipReason? Skip { get; init; }

    /// <summary>How many folders deep it lies, of an entry called <c>ontology.json</c>; null for every other.</summary>
    public int? OntologyDepth { get; init; }

    /// <summary>The general purpose flags.</summary>
    internal ZipFlags Flags { get; init; }

    /// <summary>Where its local header stands.</summary>
    internal long HeaderOffset { get; init; }

    /// <summary>Where the next local header, or the central directory, stands: nothing of this entry can lie behind it.</summary>
    internal long Limit { get; init; }

    /// <summary>Hash of its name's bytes, to compare the local header with.</summary>
    internal UInt128 NameHash { get; init; }

    /// <summary>Whether a password is needed.</summary>
    internal bool IsEncrypted => Method == ZipMethods.Aes || (Flags & ZipFlags.AnyEncryption) != 0;
}

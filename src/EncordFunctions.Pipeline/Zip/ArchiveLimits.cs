namespace EncordFunctions.Pipeline.Zip;

/// <summary>
/// How much an archive may ask for. The directory's sizes are held against it before anything is inflated, and no entry is inflated past
/// the size the directory gives it: so an honest bomb is refused at once, and a lying one stops where its lie ends.
/// </summary>
public sealed record ArchiveLimits
{
    private const long GiB = 1L << 30;

    /// <summary>The limits that hold where nothing else is said.</summary>
    public static ArchiveLimits Default { get; } = new();

    /// <summary>Entries of every kind, read from the end record before they are listed.</summary>
    public long Entries { get; init; } = 100_000;

    /// <summary>Bytes of the central directory.</summary>
    public long DirectoryBytes { get; init; } = GiB / 4;

    /// <summary>Inflated bytes of one .json entry, or those of an upload that is a .json itself.</summary>
    public long EntryBytes { get; init; } = 32 * GiB;

    /// <summary>Inflated bytes of all .json entries together.</summary>
    public long ArchiveBytes { get; init; } = 64 * GiB;

    /// <summary>Inflated bytes per compressed byte. Label rows of long videos come to about 100; deflate itself can't pass 1032.</summary>
    public long Ratio { get; init; } = 400;

    /// <summary>Up to this many inflated bytes, an entry and all of them together may have any ratio.</summary>
    public long RatioFreeBytes { get; init; } = GiB / 16;
}

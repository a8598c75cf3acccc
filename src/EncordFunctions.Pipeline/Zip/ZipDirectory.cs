using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>
/// The entries of an archive whose structure holds: one end record, nothing before or behind the archive, entries apart from each other, sizes
/// inside the limits. It is read by ranges, from the end of the file, without touching the content.
/// </summary>
public sealed class ZipDirectory
{
    private ZipDirectory(IReadOnlyList<ZipEntry> entries, long contentEnd) => (Entries, ContentEnd) = (entries, contentEnd);

    /// <summary>All entries in directory order, the skipped ones with their reason.</summary>
    public IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>The .json entries, the ones to read. There is at least one.</summary>
    public IEnumerable<ZipEntry> JsonEntries => Entries.Where(entry => entry.Skip is null);

    /// <summary>The .json entries that may hold label rows: all but those called an ontology.</summary>
    public IEnumerable<ZipEntry> RowEntries => JsonEntries.Where(static entry => entry.OntologyDepth is null);

    /// <summary>The .json entries called an ontology: the one to use first, which is the least deep one, of those the first.</summary>
    public IEnumerable<ZipEntry> Ontologies =>
        JsonEntries.Where(static entry => entry.OntologyDepth is not null).OrderBy(static entry => entry.OntologyDepth);

    /// <summary>Where the directory begins: no entry reaches past it.</summary>
    internal long ContentEnd { get; }

    /// <summary>Reads the directory of the archive in <paramref name="source"/>. Content never makes it throw; a failing source does.</summary>
    public static async Task<ZipReading> ReadAsync(RandomAccessSource source, ArchiveLimits limits, CancellationToken cancellationToken)
    {
        var (end, fault) = await EndRecordReader.ReadAsync(source, cancellationToken);
        fault ??= CheckLength(end!, limits);
        if (fault is not null)
            return new ZipReading.Rejected(fault);

        ZipEntry[] entries = [];
        if (end!.Entries > 0)
            (entries, fault) = await DirectoryReader.ReadAsync(source, end, cancellationToken);
        fault ??= CheckContent(entries, limits);
        return fault is null ? new ZipReading.Readable(new ZipDirectory(entries, end.DirectoryOffset)) : new ZipReading.Rejected(fault);
    }

    private static Issue? CheckLength(EndRecord end, ArchiveLimits limits)
    {
        if (end.Entries > limits.Entries)
        {
            return ArchiveFault.At(
                end.DirectoryOffset, ArchiveIssues.TooManyEntries, $"The archive has {end.Entries} entries; {limits.Entries} are read. {LimitSettings.Raise(LimitSettings.Entries)}");
        }

        return end.DirectoryBytes > limits.DirectoryBytes
            ? ArchiveFault.At(
                end.DirectoryOffset, ArchiveIssues.TooManyEntries, $"The archive's directory has {ByteSize.Show(end.DirectoryBytes)}; {ByteSize.Show(limits.DirectoryBytes)} are read. {LimitSettings.Raise(LimitSettings.Entries)}")
            : null;
    }

    private static Issue? CheckContent(ZipEntry[] entries, ArchiveLimits limits)
    {
        var names = new HashSet<UInt128>();
        var (total, compressed) = (0L, 0L);
        var json = entries.Where(entry => entry.Skip is null).ToArray();
        if (json.Length == 0)
            return ArchiveFault.At(0, ArchiveIssues.NoJson, DescribeOthers(entries));
        foreach (var entry in json)
        {
            if (!names.Add(entry.NameHash))
                return At(entry, ArchiveIssues.DuplicateName, "The archive has two entries of this name, so which one counts is not known. Export it again, or zip its files again.");
            if (entry.Size > limits.EntryBytes)
                return TooLarge(entry, $"The entry inflates to {ByteSize.Show(entry.Size)}; {ByteSize.Show(limits.EntryBytes)} are read", LimitSettings.EntryGiB);
            if (entry.Size > limits.ArchiveBytes - total)
                return TooLarge(entry, $"With this entry the archive inflates to more than {ByteSize.Show(limits.ArchiveBytes)}", LimitSettings.TotalGiB);
            if (entry.Size > limits.RatioFreeBytes && entry.Size / limits.Ratio > entry.CompressedSize)
                return TooLarge(entry, $"The entry inflates {ByteSize.Show(entry.CompressedSize)} to {ByteSize.Show(entry.Size)}, more than {limits.Ratio} times as much", LimitSettings.Ratio);
            (total, compressed) = (total + entry.Size, compressed + entry.CompressedSize);
        }

        // Many entries, each too small for a ratio of its own.
        if (total > limits.RatioFreeBytes && total / limits.Ratio > compressed)
            return TooLarge(json[0], $"The archive inflates {ByteSize.Show(compressed)} to {ByteSize.Show(total)}, more than {limits.Ratio} times as much", LimitSettings.Ratio);
        return Array.TrueForAll(json, entry => entry.IsEncrypted)
            ? At(json[0], ArchiveIssues.Encrypted, "The archive is encrypted. Zip the export without a password.")
            : null;
    }

    private static string DescribeOthers(ZipEntry[] entries)
    {
        var files = entries.Where(entry => entry.Skip is not (SkipReason.Folder or SkipReason.MacMetadata)).ToArray();
        if (files.Length == 0)
            return "The archive holds no files. Upload a zip with the .json files of the export.";
        var holds = files.Length == 1 ? $"The archive holds no .json file, only \"{files[0].Name}\"" : $"The archive holds {files.Length} files but no .json, the first is \"{files[0].Name}\"";
        return files[0].Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            ? $"{holds}. Upload that inner zip itself."
            : $"{holds}. Upload a zip with the .json files of the export.";
    }

    private static Issue TooLarge(ZipEntry entry, string what, string limit) => At(entry, ArchiveIssues.TooLarge, $"{what}. {LimitSettings.Raise(limit)}");

    private static Issue At(ZipEntry entry, IssueCode code, string message) => ArchiveFault.At(entry.HeaderOffset, code, message, entry.Name);
}

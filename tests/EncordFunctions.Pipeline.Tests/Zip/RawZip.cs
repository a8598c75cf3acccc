namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>A zip under construction, record by record, so that each test can tell exactly one lie.</summary>
internal sealed record RawZip(params RawEntry[] Entries)
{
    public byte[] Comment { get; init; } = [];

    public byte[] Prefix { get; init; } = [];

    /// <summary>Whether the offsets count the prefix, as in a self-extracting archive that was repaired.</summary>
    public bool CountsPrefix { get; init; }

    public byte[] Suffix { get; init; } = [];

    public bool IsWide { get; init; }

    public int Disk { get; init; }

    public int DirectoryDisk { get; init; }

    public long? EntriesHere { get; init; }

    public long? EntriesTotal { get; init; }

    public long? DirectoryBytes { get; init; }

    public long? DirectoryOffset { get; init; }

    public long? WideEntries { get; init; }

    public long? WideOffset { get; init; }

    public long? WideLength { get; init; }

    public uint LocatorDisk { get; init; }

    public uint Disks { get; init; } = 1;

    public byte[] BeforeDirectory { get; init; } = [];

    public byte[] AfterDirectory { get; init; } = [];

    public byte[] Build()
    {
        var zip = new MemoryStream();
        zip.Write(Prefix);
        var shift = CountsPrefix ? 0 : Prefix.Length;
        var offsets = new List<long>();
        foreach (var entry in Entries)
        {
            offsets.Add(zip.Position - shift);
            entry.WriteLocal(zip);
        }

        zip.Write(BeforeDirectory);
        var directory = zip.Position;
        foreach (var (entry, offset) in Entries.Zip(offsets))
            entry.WriteCentral(zip, offset);
        zip.Write(AfterDirectory);

        var bytes = DirectoryBytes ?? zip.Position - directory - AfterDirectory.Length;
        var start = DirectoryOffset ?? directory - shift;
        var here = EntriesHere ?? Entries.Length;
        var total = EntriesTotal ?? Entries.Length;
        if (IsWide)
        {
            var wide = zip.Position - shift;
            zip.Write("PK\x06\x06"u8);
            RawEntry.Write64(zip, WideLength ?? 44);
            RawEntry.Write16(zip, 45, 45);
            RawEntry.Write32(zip, (uint)Disk, (uint)DirectoryDisk);
            RawEntry.Write64(zip, WideEntries ?? here, WideEntries ?? total, bytes, start);
            zip.Write("PK\x06\x07"u8);
            RawEntry.Write32(zip, LocatorDisk);
            RawEntry.Write64(zip, WideOffset ?? wide);
            RawEntry.Write32(zip, Disks);
        }

        zip.Write("PK\x05\x06"u8);
        RawEntry.Write16(zip, Disk, DirectoryDisk, (int)Math.Min(here, 65535), (int)Math.Min(total, 65535));
        RawEntry.Write32(zip, IsWide ? uint.MaxValue : (uint)bytes, IsWide ? uint.MaxValue : (uint)start);
        RawEntry.Write16(zip, Comment.Length);
        zip.Write([.. Comment, .. Suffix]);
        return zip.ToArray();
    }
}

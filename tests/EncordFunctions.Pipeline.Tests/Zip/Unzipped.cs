using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>All that reading an archive came to.</summary>
internal sealed record Unzipped(Issue? Rejection, ZipDirectory? Directory, IReadOnlyList<UnzippedEntry> Entries)
{
    /// <summary>The issue that an archive with one defect comes to: its rejection, or the fault of its only faulty entry.</summary>
    public Issue TheIssue => Rejection ?? Assert.IsType<EntryVerdict.Faulty>(Entries.Single(entry => entry.Verdict is EntryVerdict.Faulty).Verdict).Issue;

    public static Task<Unzipped> OfAsync(RawZip zip, ArchiveLimits? limits = null) => OfAsync(zip.Build(), limits);

    public static async Task<Unzipped> OfAsync(byte[] bytes, ArchiveLimits? limits = null, int readLength = 50_000)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var source = new MemorySource(bytes);
        var reading = await ZipDirectory.ReadAsync(source, limits ?? ArchiveLimits.Default, cancellation);
        if (reading is ZipReading.Rejected rejected)
            return new Unzipped(rejected.Issue, null, []);

        var directory = Assert.IsType<ZipReading.Readable>(reading).Directory;
        var entries = new List<UnzippedEntry>();
        await using var reader = new ZipEntryReader(source, directory);
        foreach (var entry in directory.JsonEntries)
        {
            await using var stream = await reader.OpenAsync(entry, cancellation);
            var content = new MemoryStream();
            var buffer = new byte[readLength];
            while (await stream.ReadAsync(buffer, cancellation) is var count and > 0)
                content.Write(buffer, 0, count);
            Assert.NotNull(stream.Verdict);
            Assert.Equal(content.Length, stream.Position);
            Assert.True(content.Length <= entry.Size);
            entries.Add(new UnzippedEntry(entry, stream.Verdict, content.ToArray()));
        }

        return new Unzipped(null, directory, entries);
    }
}

using System.Text;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

public sealed class EntryReadingTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes("[{\"label_hash\":\"abc\"}]");

    [Theory]
    [InlineData("folder/", SkipReason.Folder)]
    [InlineData("folder.json/", SkipReason.Folder)]
    [InlineData("folder\\", SkipReason.Folder)]
    [InlineData("__MACOSX/rows.json", SkipReason.MacMetadata)]
    [InlineData("deep/._rows.json", SkipReason.MacMetadata)]
    [InlineData("._rows.json", SkipReason.MacMetadata)]
    [InlineData("readme.md", SkipReason.NotJson)]
    [InlineData("rows.json.bak", SkipReason.NotJson)]
    [InlineData("json", SkipReason.NotJson)]
    [InlineData("", SkipReason.NotJson)]
    [InlineData("rows.json", null)]
    [InlineData("ROWS.JSON", null)]
    [InlineData("../../etc/rows.json", null)]
    [InlineData("C:\\rows.json", null)]
    public async Task Entries_are_skipped_for_a_reason_and_stay_listed(string name, SkipReason? reason)
    {
        var unzipped = await Unzipped.OfAsync(new RawZip(new RawEntry(name, Json), new RawEntry("other.json", Json)));

        Assert.Equal([reason, null], unzipped.Directory!.Entries.Select(entry => entry.Skip));
        Assert.Equal(reason is null ? 2 : 1, unzipped.Entries.Count);
    }

    [Fact]
    public async Task A_symbolic_link_is_skipped_whatever_its_name_is()
    {
        var unzipped = await Unzipped.OfAsync(new RawZip(new RawEntry("link.json", Json) { Attributes = 0xA1FF_0000 }, new RawEntry("a.json", Json)));

        Assert.Equal(SkipReason.Link, unzipped.Directory!.Entries[0].Skip);
        Assert.Equal("a.json", Assert.Single(unzipped.Entries).Entry.Name);
    }

    [Theory]
    [InlineData("C3B62E6A736F6E", 1 << 11, "ö.json")]
    [InlineData("942E6A736F6E", 0, "ö.json")]
    [InlineData("FF2E6A736F6E", 1 << 11, "\uFFFD.json")]
    [InlineData("611B5B326A00622E6A736F6E", 0, "a\uFFFD[2j\uFFFDb.json")]
    [InlineData("E280AE2E6A736F6E", 1 << 11, "\uFFFD.json")]
    [InlineData("0D0A2E6A736F6E", 0, "\uFFFD\uFFFD.json")]
    public async Task Names_are_decoded_by_their_flag_and_safe_to_show(string hex, int flags, string shown)
    {
        var entry = new RawEntry("", Json) { RawName = Convert.FromHexString(hex), Flags = flags };

        Assert.Equal(shown, Assert.Single((await Unzipped.OfAsync(new RawZip(entry))).Entries).Entry.Name);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("標")]
    [InlineData("😀")]
    [InlineData("x😀")]
    public async Task A_name_too_long_to_show_is_cut_between_characters(string text)
    {
        var name = string.Concat(Enumerable.Repeat(text, 2_000)) + ".json";

        var shown = Assert.Single((await Unzipped.OfAsync(new RawZip(new RawEntry(name, Json)))).Entries).Entry.Name;

        Assert.InRange(shown.Length, 1_023, 1_024);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.StartsWith(shown[..^1], name, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(shown[^2]));
    }

    [Fact]
    public async Task Names_that_look_alike_but_differ_in_bytes_are_two_entries()
    {
        var unzipped = await Unzipped.OfAsync(new RawZip(new RawEntry("\u0001.json", Json), new RawEntry("\u0002.json", Json)));

        Assert.Equal(2, unzipped.Entries.Count);
        Assert.Equal(unzipped.Entries[0].Entry.Name, unzipped.Entries[1].Entry.Name);
    }

    [Fact]
    public async Task Some_encrypted_entries_do_not_reject_the_rest()
    {
        var unzipped = await Unzipped.OfAsync(new RawZip(new RawEntry("a.json", Json), new RawEntry("b.json", Json) { Flags = 1 }));

        Assert.Equal(ArchiveIssues.Encrypted, unzipped.TheIssue.Code);
        Assert.Equal(Json, unzipped.Entries[0].Content);
    }

    [Fact]
    public async Task An_entry_larger_than_the_windows_is_read_across_them()
    {
        var content = new byte[(3 * ReadAhead.WindowLength) + 12_345];
        new Random(4).NextBytes(content);
        RawEntry[] entries = [new("a.json", content) { Method = 0, Descriptor = (true, false) }, new("b.json", content), new("c.json", Json)];

        var unzipped = await Unzipped.OfAsync(new RawZip(entries));

        Assert.Equal(entries.Length, unzipped.Entries.Count);
        foreach (var (written, read) in entries.Zip(unzipped.Entries))
        {
            Assert.IsType<EntryVerdict.Whole>(read.Verdict);
            Assert.True(written.Content.AsSpan().SequenceEqual(read.Content));
        }
    }

    [Fact]
    public async Task Many_small_entries_share_one_range()
    {
        var entries = Enumerable.Range(0, 500).Select(number => new RawEntry($"{number}.json", Json)).ToArray();
        var cancellation = TestContext.Current.CancellationToken;
        var source = new MemorySource(new RawZip(entries).Build());
        var directory = Assert.IsType<ZipReading.Readable>(await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, cancellation)).Directory;
        var before = source.Reads;

        await using var reader = new ZipEntryReader(source, directory);
        foreach (var entry in directory.JsonEntries)
        {
            await using var stream = await reader.OpenAsync(entry, cancellation);
            await stream.CopyToAsync(Stream.Null, cancellation);
            Assert.IsType<EntryVerdict.Whole>(stream.Verdict);
        }

        Assert.Equal(1, source.Reads - before);
    }

    [Fact]
    public async Task Entries_can_be_read_in_any_order_and_left_half_way()
    {
        var content = new byte[ReadAhead.WindowLength + 999];
        new Random(5).NextBytes(content);
        var cancellation = TestContext.Current.CancellationToken;
        var source = new MemorySource(new RawZip(new RawEntry("a.json", content), new RawEntry("b.json", Json), new RawEntry("c.json", content)).Build());
        var directory = Assert.IsType<ZipReading.Readable>(await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, cancellation)).Directory;

        await using var reader = new ZipEntryReader(source, directory);
        foreach (var index in (int[])[2, 0, 1, 0, 2])
        {
            await using var half = await reader.OpenAsync(directory.Entries[2 - index], cancellation);
            await half.ReadExactlyAsync(new byte[10], cancellation);
            Assert.Null(half.Verdict);
            await using var stream = await reader.OpenAsync(directory.Entries[index], cancellation);
            await stream.CopyToAsync(Stream.Null, cancellation);
            Assert.IsType<EntryVerdict.Whole>(stream.Verdict);
        }
    }

    [Fact]
    public async Task A_range_that_is_no_longer_needed_is_awaited_before_its_window_is_used_again()
    {
        var content = new byte[3 * ReadAhead.WindowLength];
        new Random(7).NextBytes(content);
        var cancellation = TestContext.Current.CancellationToken;
        var zip = new RawZip(new RawEntry("a.json", content) { Method = 0 }, new RawEntry("b.json", content) { Method = 0 });
        var source = new HeldSource(zip.Build(), ReadAhead.WindowLength);
        var directory = Assert.IsType<ZipReading.Readable>(await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, cancellation)).Directory;
        await using var reader = new ZipEntryReader(source, directory);
        await using var left = await reader.OpenAsync(directory.Entries[0], cancellation);

        var opening = reader.OpenAsync(directory.Entries[1], cancellation).AsTask();
        Assert.False(opening.IsCompleted);
        source.Release();

        await using var stream = await opening;
        await stream.CopyToAsync(Stream.Null, cancellation);
        Assert.IsType<EntryVerdict.Whole>(stream.Verdict);
    }

    [Fact]
    public async Task A_range_that_is_read_ahead_is_called_off_and_awaited_before_its_window_is_given_back()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var source = new HeldSource(new RawZip(new RawEntry("a.json", new byte[3 * ReadAhead.WindowLength]) { Method = 0 }).Build(), ReadAhead.WindowLength);
        var directory = Assert.IsType<ZipReading.Readable>(await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, cancellation)).Directory;
        var reader = new ZipEntryReader(source, directory);
        await using var left = await reader.OpenAsync(directory.Entries[0], cancellation);
        Assert.False(source.IsCancelled);

        var closing = reader.DisposeAsync().AsTask();
        Assert.True(source.IsCancelled);
        Assert.False(closing.IsCompleted);
        source.Release();

        await closing;
    }

    [Fact]
    public async Task A_source_that_fails_is_no_fault_of_the_content()
    {
        var content = new byte[3 * ReadAhead.WindowLength];
        new Random(6).NextBytes(content);
        var cancellation = TestContext.Current.CancellationToken;
        var source = new FailingSource(new RawZip(new RawEntry("a.json", content)).Build());
        var directory = Assert.IsType<ZipReading.Readable>(await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, cancellation)).Directory;
        await using var reader = new ZipEntryReader(source, directory);
        await using var stream = await reader.OpenAsync(directory.Entries[0], cancellation);

        source.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => stream.CopyToAsync(Stream.Null, cancellation));

        Assert.Null(stream.Verdict);
    }

    [Fact]
    public async Task Reading_takes_constant_memory()
    {
        var content = new byte[64 << 20];
        var cancellation = TestContext.Current.CancellationToken;
        // The source answers at once, so that all of the reading is on this thread and its allocations can be told from other tests'.
        var source = new HeldSource(new RawZip(new RawEntry("a.json", content), new RawEntry("b.json", content) { Method = 0 }).Build(), heldOffset: -1);
        var directory = Assert.IsType<ZipReading.Readable>(await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, cancellation)).Directory;
        var buffer = new byte[81_920];

        await using var reader = new ZipEntryReader(source, directory);
        foreach (var entry in directory.JsonEntries)
        {
            var (thread, before) = (Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread());
            await using var stream = await reader.OpenAsync(entry, cancellation);
            while (await stream.ReadAsync(buffer, cancellation) > 0)
                continue;
            Assert.IsType<EntryVerdict.Whole>(stream.Verdict);
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }
    }

    [Fact]
    public async Task A_file_on_disk_is_read_by_ranges()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("zip-").FullName, "a.zip");
        await File.WriteAllBytesAsync(path, new RawZip(new RawEntry("a.json", Json)).Build(), TestContext.Current.CancellationToken);
        try
        {
            using var source = new FileSource(path);
            var directory = Assert.IsType<ZipReading.Readable>(await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, TestContext.Current.CancellationToken)).Directory;
            await using var reader = new ZipEntryReader(source, directory);
            await using var stream = await reader.OpenAsync(directory.Entries[0], TestContext.Current.CancellationToken);
            var content = new MemoryStream();
            await stream.CopyToAsync(content, TestContext.Current.CancellationToken);

            Assert.Equal(Json, content.ToArray());
            await Assert.ThrowsAsync<EndOfStreamException>(
                () => source.ReadAsync(source.Length - 1, new byte[2], TestContext.Current.CancellationToken).AsTask());
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }
}

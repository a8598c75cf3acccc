using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline;
using EncordFunctions.Pipeline.Unpacking;
using EncordFunctions.Pipeline.Zip;
using Microsoft.Win32.SafeHandles;

namespace EncordFunctions.Local.Inspect;

/// <summary>Reads an export from disk as the pipeline would and finds what is wrong with it, without any storage.</summary>
public sealed class Inspection
{
    private const int BufferBytes = 1 << 18;
    private readonly InspectionTally _tally = new();

    /// <summary>Inspects a .zip or a .json.</summary>
    public static async Task<InspectionTally> RunAsync(string path, CancellationToken cancellationToken)
    {
        var inspection = new Inspection();
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            await using var content = File.OpenRead(path);
            await inspection.InspectEntryAsync(0, Path.GetFileName(path), content, cancellationToken);
        }
        else
        {
            await inspection.InspectZipAsync(path, cancellationToken);
        }

        if (inspection._tally is { Verdicts.Total: 0, Errors: 0 })
            inspection.Take(0, new Issue(ExportIssues.NoLabelRows, "None of its .json files holds a label row.", Path.GetFileName(path), 0, ""));
        return inspection._tally;
    }

    private async Task InspectZipAsync(string path, CancellationToken cancellationToken)
    {
        using var source = new FileSource(path);
        switch (await ZipDirectory.ReadAsync(source, ArchiveLimits.Default, cancellationToken))
        {
            case ZipReading.Rejected { Issue: var issue }:
                Take(0, issue);
                break;
            case ZipReading.Readable { Directory: var directory }:
                await using (var entries = new ZipEntryReader(source, directory))
                {
                    foreach (var entry in directory.JsonEntries)
                    {
                        await using var content = await entries.OpenAsync(entry, cancellationToken);
                        await InspectEntryAsync(entry.Index, entry.Name, content, cancellationToken);
                    }
                }

                break;
        }
    }

    /// <summary>An entry is inflated to a temporary file first: its rows count only once its check sum is proven, and each is read twice.</summary>
    private async Task InspectEntryAsync(int index, string name, Stream content, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        var scanner = new RowScanner();
        var (spans, length, endsInRow) = await InflateAsync(content, file, scanner, cancellationToken);
        if (content is ZipEntryStream { Verdict: EntryVerdict.Faulty { Issue: var fault } })
        {
            Take(index, fault);
            return;
        }

        if (scanner.IsEmpty) Take(index, new Issue(ArchiveIssues.EmptyEntry, "The entry holds nothing but white space.", name, 0, ""));
        await Parallel.ForAsync(0, spans.Count, cancellationToken, async (row, ending) =>
        {
            var place = new RowPlace(name, spans[row].Offset, scanner.IsList ? $"/{row}" : "");
            await InspectRowAsync(index, place, () => new FileSlice(file, spans[row].Offset, spans[row].Length), ending);
        });

        // A row that never closes names the fault itself; a list that is cut off behind a whole row has nobody else to say so.
        if (!scanner.IsWhole && !scanner.IsEmpty && !endsInRow)
            Take(index, new Issue(ArchiveIssues.UnclosedList, "The list of label rows ends without its closing bracket; rows may be missing.", name, length, ""));
    }

    private static async Task<(List<RowSpan> Spans, long Length, bool EndsInRow)> InflateAsync(
        Stream content, SafeFileHandle file, RowScanner scanner, CancellationToken cancellationToken)
    {
        var spans = new List<RowSpan>();
        var buffer = new byte[BufferBytes];
        var length = 0L;
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            scanner.Push(buffer.AsSpan(0, read), spans);
            await RandomAccess.WriteAsync(file, buffer.AsMemory(0, read), length, cancellationToken);
            length += read;
        }

        var closed = spans.Count;
        scanner.Complete(spans);
        return (spans, length, spans.Count > closed);
    }

    private async ValueTask InspectRowAsync(int entry, RowPlace place, Func<Stream> open, CancellationToken cancellationToken)
    {
        var tally = new InspectionTally();
        var reader = new LabelRowReader(place);
        RowIndexing indexing;
        await using (var content = open()) indexing = await reader.IndexAsync(content, cancellationToken);
        if (indexing is RowIndexing.Unreadable unreadable)
        {
            foreach (var issue in unreadable.Issues) tally.Take(entry, issue);
            _tally.Add(tally, Verdict.Rejected);
            return;
        }

        await using var again = open();
        await foreach (var rowEvent in reader.ReadAsync(again, ((RowIndexing.Readable)indexing).Index, cancellationToken)) tally.Take(entry, rowEvent);
        _tally.Add(tally, tally.Errors + tally.Warnings == 0 ? Verdict.Done : Verdict.DoneWithIssues);
    }

    private void Take(int entry, Issue issue)
    {
        var own = new InspectionTally();
        own.Take(entry, issue);
        _tally.Add(own, null);
    }
}

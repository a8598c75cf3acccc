using System.IO.Compression;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Classes;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Tests.Support;

/// <summary>A whole export read from its zip, rejected rows and ontology included, to be written in memory as the pipeline would.</summary>
internal sealed record ReadExport(string Blob, Ontology? Ontology, IReadOnlyList<(RowContext Row, RowEvent[] Events)> Rows)
{
    public IReadOnlyList<ManifestEntry> Entries { get; init; } = [];

    public IReadOnlyList<Issue> OwnIssues { get; init; } = [];

    public IReadOnlyList<FailedRow> FailedRows { get; init; } = [];

    public ChangeCounts? Changes { get; init; }

    /// <summary>Objects of the first row that differ from an earlier export.</summary>
    public IReadOnlyList<ObjectChange> Changed { get; init; } = [];

    public static async Task<ReadExport> OfAsync(string blob, ReadOnlyMemory<byte> zip, CancellationToken stop)
    {
        using var archive = new ZipArchive(new MemoryStream(zip.ToArray()));
        var entries = archive.Entries.ToDictionary(static entry => entry.FullName, static entry =>
        {
            using var content = entry.Open();
            var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
        var ontology = entries.TryGetValue("ontology.json", out var json) ? ((OntologyReading.Readable)OntologyReader.Read(json, "ontology.json")).Ontology : null;
        var rows = new List<(RowContext, RowEvent[])>();
        var listed = new List<ManifestEntry>();
        foreach (var (name, content) in entries)
        {
            var spans = new List<RowSpan>();
            var scanner = new RowScanner();
            var isRows = name.EndsWith(".json", StringComparison.Ordinal) && name != "ontology.json" && !name.StartsWith("__MACOSX", StringComparison.Ordinal);
            if (isRows)
            {
                scanner.Push(content, spans);
                scanner.Complete(spans);
            }
            listed.Add(new ManifestEntry(name, spans.Count, !isRows, null));
            foreach (var (i, (offset, length)) in spans.Index())
            {
                var place = new RowPlace(name, offset, scanner.IsList ? $"/{i}" : "");
                rows.Add(await ReadAsync(rows.Count, content.AsMemory((int)offset, (int)length), place, ontology, stop));
            }
        }
        return new ReadExport(blob, ontology, rows) { Entries = listed };
    }

    /// <summary>Both exports as one, the rows of the second behind those of the first.</summary>
    public ReadExport With(ReadExport other) => this with
    {
        Rows = [.. Rows, .. other.Rows.Select(one => (one.Row with { Ordinal = one.Row.Ordinal + Rows.Count }, one.Events))],
        Entries = [.. Entries, .. other.Entries],
    };

    /// <summary>Writes the derivatives and joins the one asked for; rows are processed in the order given, and joined in their own.</summary>
    public async Task<(MemoryFiles Files, Manifest Manifest)> WriteAsync(
        IExportFormat format, IReadOnlyList<IRowFormat> rowFormats, IEnumerable<int>? order, CancellationToken stop)
    {
        var files = new MemoryFiles();
        var fragments = new SortedDictionary<int, byte[]>();
        var lines = new List<LedgerLine>();
        foreach (var at in order ?? Enumerable.Range(0, Rows.Count))
        {
            var (row, events) = Rows[at];
            var staged = new MemoryFiles();
            await using var fragment = staged.Create("fragment", "");
            await using var writer = format.OpenRow(row, new FragmentFile(fragment).Track(format.Track));
            foreach (var one in events) await writer.WriteAsync(one, stop);
            lines.Add(await writer.CompleteAsync(stop));
            if (at == 0) await ChangeAsync(row, new FragmentFile(fragment), stop);
            await fragment.CommitAsync(stop);
            fragments[row.Ordinal] = staged.Files["fragment"];
            var folder = new Subfolder(files, $"rows/{row.Ordinal:D8}/");
            if (IsRejected(events))
            {
                await IssuesJsonl.WriteAsync(folder, events.Select(IssueOf).OfType<Issue>(), stop);
                continue;
            }
            foreach (var other in rowFormats)
            {
                await using var beside = other.Open(row, folder);
                foreach (var one in events) await beside.WriteAsync(one, stop);
                lines.Add(await beside.CompleteAsync(stop));
            }
        }

        var export = Context(format, lines);
        await using var joining = format.OpenExport(export, files);
        foreach (var (ordinal, bytes) in fragments)
        {
            await joining.BeginRowAsync(ordinal, stop);
            await foreach (var record in FragmentReader.ReadAsync(new MemoryStream(bytes), stop))
                if (format.Reads.Contains(record.Track)) await joining.TakeAsync(record, stop);
        }
        Assert.Equal(lines.Where(line => line.Derivative == format.Name).Sum(static line => line.Written), await joining.CompleteAsync(stop));
        return (files, export.Manifest);
    }

    private async Task ChangeAsync(RowContext row, FragmentFile fragment, CancellationToken stop)
    {
        var format = new ChangesJsonl();
        await using var writer = format.OpenRow(row, fragment.Track(format.Track));
        foreach (var change in Changed) await ((IChangeWriter)writer).WriteAsync(change, stop);
        await writer.CompleteAsync(stop);
    }

    private static async Task<(RowContext, RowEvent[])> ReadAsync(int ordinal, ReadOnlyMemory<byte> json, RowPlace place, Ontology? ontology, CancellationToken stop)
    {
        var reader = new LabelRowReader(place, ontology);
        var indexing = await reader.IndexAsync(new MemoryStream(json.ToArray()), stop);
        if (indexing is RowIndexing.Unreadable unreadable)
        {
            var empty = new RowIndex { Header = unreadable.Header, Units = [] };
            return (new RowContext(ordinal, empty, null), [.. unreadable.Issues.Select(static issue => new RowEvent.IssueFound(issue))]);
        }
        var index = ((RowIndexing.Readable)indexing).Index;
        var events = new List<RowEvent>();
        await foreach (var one in reader.ReadAsync(new MemoryStream(json.ToArray()), index, stop)) events.Add(one);
        return (new RowContext(ordinal, index, ontology), [.. events]);
    }

    private ExportContext Context(IExportFormat format, List<LedgerLine> lines)
    {
        var annotations = Rows.SelectMany(static row => row.Events).OfType<RowEvent.AnnotationRead>().Select(static one => one.Annotation).ToArray();
        var issues = Rows.SelectMany(static row => row.Events).Select(IssueOf).OfType<Issue>().Concat(OwnIssues).ToArray();
        var classes = annotations.GroupBy(static one => (one.Name, one.FeatureHash))
            .Select(static same => new ManifestClass(same.Key.Name, same.Key.FeatureHash, same.LongCount())).ToArray();
        return new ExportContext
        {
            Manifest = new Manifest
            {
                Export = "sample-0123456789abcdef",
                Blob = Blob,
                ETag = "0x1",
                Formats = format.Name,
                Ontology = Ontology is null ? null : "ontology.json",
                Entries = Entries,
                Rows = Verdicts(),
                Shapes = annotations.GroupBy(static one => one.Shape.Name).ToDictionary(static same => same.Key, static same => same.LongCount()),
                Classes = classes,
                Ledger = [.. lines.GroupBy(static line => line.Derivative).Select(Sum)],
                Changes = Changes,
                Issues = [.. issues.GroupBy(static one => one.Code).Select(static same => new ManifestIssues(same.Key.Id, same.Key.Severity, same.LongCount()))],
            },
            Classes = new ClassList(Ontology, classes),
            Ontology = Ontology,
            OwnIssues = OwnIssues,
            FailedRows = FailedRows,
        };
    }

    private Dictionary<string, long> Verdicts()
    {
        var rejected = Rows.LongCount(static row => IsRejected(row.Events));
        var issues = Rows.LongCount(static row => !IsRejected(row.Events) && row.Events.Any(static one => IssueOf(one) is { Code.Severity: not Severity.Info }));
        return new() { ["Done"] = Rows.Count - rejected - issues, ["DoneWithIssues"] = issues, ["Rejected"] = rejected, ["Failed"] = FailedRows.Count };
    }

    private static bool IsRejected(RowEvent[] events) => events is [RowEvent.IssueFound { Issue.Code.Id: "EL001" or "EL002" or "EL003" }];

    private static Issue? IssueOf(RowEvent one) => one switch
    {
        RowEvent.AnnotationSkipped { Issue: var issue } => issue,
        RowEvent.ClassificationSkipped { Issue: var issue } => issue,
        RowEvent.IssueFound { Issue: var issue } => issue,
        _ => null,
    };

    private static LedgerLine Sum(IGrouping<string, LedgerLine> lines) => new(
        lines.Key, lines.First().Of, lines.Sum(static one => one.In), lines.Sum(static one => one.Written), Sum(lines.SelectMany(static one => one.Skipped)))
    {
        Losses = Sum(lines.SelectMany(static one => one.Losses)),
    };

    private static LedgerEntry[] Sum(IEnumerable<LedgerEntry> entries) =>
        [.. entries.GroupBy(static one => one.Reason).Select(static same => same.First() with { Count = same.Sum(static one => one.Count) })];

    private sealed class Subfolder(MemoryFiles files, string prefix) : IOutputFiles
    {
        public OutputFile Create(string path, string contentType) => files.Create(prefix + path, contentType);

        public ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            files.PutAsync(prefix + path, contentType, content, cancellationToken);
    }
}

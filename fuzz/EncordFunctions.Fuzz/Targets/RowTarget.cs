using System.Text;
using System.Text.Json;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Fuzz.Targets;

/// <summary>
/// The input is an entry. Its rows lie in it, one behind the other, however it is cut; each is JSON for us exactly where it is for the
/// framework's reader; each reads the same however its bytes come; and every issue lies in its row.
/// </summary>
internal sealed class RowTarget : FuzzTarget
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = 64 };

    public override string Name => "rows";

    public override IReadOnlyList<byte[]> Tokens { get; } =
    [
        .. ((string[])
        [
            "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "-", "1e999", "0.5", "1", "\\ud800", "\\u0000", "\u0000", "\uFEFF", "{\"label_hash\":\"x\",",
            "\"objects\":[", "\"labels\":{", "\"data_units\":{", "\"spaces\":{", "\"shape\":\"bitmask\"", "\"bitmask\":{\"top\":0,\"left\":0,\"width\":3,\"height\":2,\"rleString\":\"033\"}",
            "\"shape\":\"polygon\"", "\"polygons\":[[[", "\"range\":[[0,5]]", "\"object_answers\":{", "\"classification_answers\":{", "\"object_actions\":{", "\"data_type\":\"video\"",
        ]).Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xEF, 0xBB], [0x80],
    ];

    public override int LongestInput => 1 << 14;

    public override IEnumerable<byte[]> Seeds()
    {
        yield return "[]"u8.ToArray();
        foreach (var export in (BuiltExport[])[SampleExport.CreateWithFault(), SampleExport.Create()])
        {
            foreach (var content in ZipTarget.Contents(export.Content))
            {
                var rows = new List<RowSpan>();
                var scan = new EntryScan();
                scan.Push(content, rows);
                scan.Complete(rows, "");
                if (content.Length <= LongestInput) yield return content;
                foreach (var row in rows.Where(row => row.Length <= LongestInput))
                    yield return content[(int)row.Offset..(int)(row.Offset + row.Length)];
            }
        }
    }

    public override string Run(byte[] input)
    {
        var rows = Scan(input, input.Length);
        FindingException.Unless(rows.SequenceEqual(Scan(input, 1 + (input.Length % 13))), "the rows don't depend on how the entry is cut");
        var end = 0L;
        var outcome = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            FindingException.Unless(row.Offset >= end && row.Length > 0 && row.Offset + row.Length <= input.Length, "the rows lie in the entry, one behind the other");
            end = row.Offset + row.Length;
            Read(input[(int)row.Offset..(int)end], row.Offset, outcome);
        }
        return $"{int.Log2(rows.Count + 1)} {string.Join(',', outcome)}";
    }

    private static List<RowSpan> Scan(byte[] input, int cut)
    {
        var (scan, rows) = (new EntryScan(), new List<RowSpan>());
        for (var at = 0; at < input.Length; at += cut) scan.Push(input.AsSpan(at, Math.Min(cut, input.Length - at)), rows);
        scan.Complete(rows, "fuzz.json");
        return rows;
    }

    private static void Read(byte[] row, long offset, SortedSet<string> outcome)
    {
        var whole = Events(row, offset, row.Length);
        // A byte at a time takes its time; where a row is long, hundreds do.
        var trickled = Events(row, offset, (row.Length < 2_048 ? 1 : 512) + (row.Length % 61));
        FindingException.Unless(whole.SequenceEqual(trickled), "a row reads the same however its bytes come");
        FindingException.Unless(whole.Exists(static told => told.Issue?.Code == IssueCatalogue.MalformedJson) != IsJson(row), "a row is JSON where the framework says so");
        foreach (var (kind, issue) in whole)
        {
            outcome.Add(issue is null ? kind : $"{kind} {issue.Code.Id}");
            if (issue is null) continue;
            FindingException.Unless(issue.Offset >= offset && issue.Offset <= offset + row.Length, $"an issue lies in its row: {issue.Code.Id}");
            FindingException.Unless(!issue.Message.AsSpan().ContainsAny('\n', '\r', '\u001b'), $"an issue is one line, safe to show: {issue.Code.Id}");
        }
    }

    private static List<(string Kind, Issue? Issue)> Events(byte[] row, long offset, int cut)
    {
        var reader = new LabelRowReader(new RowPlace("fuzz.json", offset, ""));
        var indexing = Now(reader.IndexAsync(new PiecewiseStream(row, cut), CancellationToken.None));
        if (indexing is RowIndexing.Unreadable { Issues: var issues })
        {
            FindingException.Unless(issues.Count > 0, "a row that can't be read has a reason");
            return [.. issues.Select(issue => ("unreadable", (Issue?)issue))];
        }

        var events = new List<(string, Issue?)>();
        var reading = reader.ReadAsync(new PiecewiseStream(row, cut), ((RowIndexing.Readable)indexing).Index, CancellationToken.None).GetAsyncEnumerator();
        while (Now(reading.MoveNextAsync()))
        {
            events.Add(reading.Current switch
            {
                RowEvent.AnnotationRead read => ($"annotation {read.Annotation.Shape.GetType().Name}", null),
                RowEvent.AnnotationSkipped skipped => ("skipped", skipped.Issue),
                RowEvent.ClassificationSkipped skipped => ("skipped", skipped.Issue),
                RowEvent.IssueFound found => ("found", found.Issue),
                var other => (other.GetType().Name, null),
            });
        }
        return events;
    }

    private static bool IsJson(byte[] row)
    {
        var reader = new Utf8JsonReader(row, Strict);
        try
        {
            while (reader.Read()) continue;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Streams in memory answer at once, so that nothing is waited for and the allocations are this thread's.
    private static T Now<T>(ValueTask<T> task) => task.IsCompleted ? task.GetAwaiter().GetResult() : task.AsTask().GetAwaiter().GetResult();
}

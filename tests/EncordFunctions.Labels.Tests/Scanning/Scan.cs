using System.Text;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Tests.Scanning;

/// <summary>One scan of an entry, whole or cut into pieces.</summary>
internal sealed record Scan(IReadOnlyList<RowSpan> Spans, bool IsList, long Count, bool IsWhole, bool IsEmpty, long? MissingComma)
{
    public static Scan Of(byte[] entry, params int[] cuts)
    {
        var scanner = new RowScanner();
        var rows = new List<RowSpan>();
        var from = 0;
        foreach (var cut in cuts.Select(cut => Math.Clamp(cut, 0, entry.Length)).Order().Append(entry.Length))
        {
            scanner.Push(entry.AsSpan(from, cut - from), rows);
            from = cut;
        }

        scanner.Complete(rows);
        return new Scan(rows, scanner.IsList, scanner.Count, scanner.IsWhole, scanner.IsEmpty, scanner.MissingComma);
    }

    public static Scan ByteByByte(byte[] entry) => Of(entry, [.. Enumerable.Range(0, entry.Length)]);

    public static string[] Texts(string entry)
    {
        var bytes = Encoding.UTF8.GetBytes(entry);
        return [.. Of(bytes).Spans.Select(span => Encoding.UTF8.GetString(bytes, (int)span.Offset, (int)span.Length))];
    }

    public bool SameAs(Scan other) => Spans.SequenceEqual(other.Spans) && other with { Spans = Spans } == this;
}

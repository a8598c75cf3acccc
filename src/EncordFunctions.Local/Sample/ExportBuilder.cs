using System.IO.Compression;
using System.Text;

namespace EncordFunctions.Local.Sample;

/// <summary>Puts label rows into a zip as the vendor does: each entry a list of rows, or one row.</summary>
public sealed class ExportBuilder
{
    private readonly List<(string Name, ReadOnlyMemory<byte> Content, CompressionLevel Level)> _entries = [];
    private readonly List<RowTruth> _rows = [];
    private readonly List<RowPlan> _plans = [];
    private readonly List<EditTruth> _edits = [];
    private IReadOnlyList<ObjectEdit>? _later;
    private CompressionLevel _level = CompressionLevel.Optimal;

    /// <summary>The truth of all rows so far.</summary>
    public ExportTruth Truth => new([.. _rows]);

    /// <summary>The edits that were of rows so far.</summary>
    public IReadOnlyList<EditTruth> Edits => [.. _edits];

    /// <summary>Makes the rows that follow as an export a day later has them, with what was done to them meanwhile.</summary>
    public ExportBuilder Later(IReadOnlyList<ObjectEdit>? edits)
    {
        _later = edits;
        return this;
    }

    /// <summary>Writes the entries that follow without compression.</summary>
    public ExportBuilder Stored()
    {
        _level = CompressionLevel.NoCompression;
        return this;
    }

    /// <summary>Adds an entry that is a list of rows.</summary>
    public ExportBuilder List(string name, params IReadOnlyList<SampleRow> rows)
    {
        rows = [.. rows.Select(Keep)];
        var list = new MemoryStream();
        list.WriteByte((byte)'[');
        foreach (var (i, row) in rows.Index())
        {
            if (i > 0) list.Write(",\n"u8);
            list.Write(row.Json.Span);
        }
        list.WriteByte((byte)']');
        return File(name, list.ToArray());
    }

    /// <summary>Adds an entry that is one row.</summary>
    public ExportBuilder Single(string name, SampleRow row)
    {
        return File(name, Keep(row).Json);
    }

    /// <summary>Adds the ontology that all rows so far were labelled by.</summary>
    public ExportBuilder Ontology() => File("ontology.json", SampleOntology.Of(_plans));

    /// <summary>Adds what zips of people's desktops hold beside the rows: a folder, the leavings of macOS, a note.</summary>
    public ExportBuilder Clutter() => this
        .File("labels/", default)
        .File("__MACOSX/._labels.json", "\0\u0005\u0016\u0007"u8.ToArray())
        .File("README.txt", Encoding.UTF8.GetBytes("Exported labels.\n"));

    /// <summary>Adds an entry as it is.</summary>
    public ExportBuilder File(string name, ReadOnlyMemory<byte> content)
    {
        _entries.Add((name, content, _level));
        return this;
    }

    /// <summary>The zip. The same rows give the same bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, level) in _entries)
            {
                var entry = zip.CreateEntry(name, level);
                entry.LastWriteTime = RowPlan.Start;
                using var stream = entry.Open();
                stream.Write(content.Span);
            }
        }
        return bytes.ToArray();
    }

    private SampleRow Keep(SampleRow row)
    {
        if (_later is not null)
        {
            row = row.Later(_later);
            _edits.AddRange(row.Edits);
        }
        _rows.Add(row.Truth);
        if (row.Plan is { } plan) _plans.Add(plan);
        return row;
    }
}

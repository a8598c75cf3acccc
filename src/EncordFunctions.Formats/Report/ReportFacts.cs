using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats.Report;

/// <summary>All that stands in a report. What it holds is capped, whatever the export has.</summary>
internal sealed class ReportFacts(ExportContext export)
{
    private const int MostNames = 500;
    private const int MostDays = 4000;
    private const int MostDataTypes = 24;
    private const int MostRejected = 20;
    private const int MostChanged = 12;

    public ExportContext Export => export;

    public Manifest Manifest => export.Manifest;

    /// <summary>What all rows add up to.</summary>
    public RowFacts Rows { get; } = new(MostNames, MostDays);

    /// <summary>How many rows have which kind of data.</summary>
    public NameTally DataTypes { get; } = new(MostDataTypes);

    public IssueKinds Issues { get; } = new();

    public ContactSheet Sheet { get; } = new();

    /// <summary>The first objects that differ from an earlier export.</summary>
    public List<ObjectChange> Changed { get; } = [];

    /// <summary>The first rows that could not be read, each with the finding that says why.</summary>
    public List<(RowCard Row, IssueExample? Why)> Rejected { get; } = [];

    /// <summary>How many rows have a verdict.</summary>
    public long RowsWith(string verdict) => Manifest.Rows.GetValueOrDefault(verdict);

    /// <summary>How many findings of a severity there are.</summary>
    public long IssuesOf(Severity severity) => Manifest.Issues.Where(kind => kind.Severity == severity).Sum(static kind => kind.Count);

    /// <summary>Takes the next row, in order of the ordinals.</summary>
    public void Add(RowCard card)
    {
        Sheet.Add(card);
        DataTypes.Add(card.DataType ?? "not stated");
        if (card.IsRejected && Rejected.Count < MostRejected) Rejected.Add((card, null));
    }

    /// <summary>Takes an object that differs, as its record has it.</summary>
    public void AddChange(ReadOnlySpan<byte> record)
    {
        if (Changed.Count < MostChanged) Changed.Add(ObjectChange.Read(record));
    }

    /// <summary>Takes a finding of the row that was taken last.</summary>
    public void Add(IssueExample example)
    {
        Issues.Add(example);
        if (Rejected is [.., { Why: null } last] && last.Row.Ordinal == example.Ordinal) Rejected[^1] = (last.Row, example);
    }
}

using EncordFunctions.Formats;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tallies;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Finishing;

/// <summary>What the rows, entries and issues of an export add up to.</summary>
internal sealed class ExportSum
{
    private const int MostFailedRows = 20;

    private readonly Counts<string> _shapes = new();
    private readonly ClassCounts _classes = new();
    private readonly LedgerTally _ledger = new();
    private readonly List<ManifestEntry> _entries = [];
    private readonly List<Issue> _ownIssues = [];
    private readonly List<FailedRow> _failedRows = [];
    private readonly RowIdentities _identities = new();

    public VerdictCounts Verdicts { get; private set; }

    public long Annotations { get; private set; }

    public long Classifications { get; private set; }

    public long Masks { get; private set; }

    public IssueCounts Issues { get; } = new();

    /// <summary>What differs from earlier exports; null where no row was to be compared.</summary>
    public ChangeCounts? Changes { get; private set; }

    /// <summary>The issues of the archive, its entries and its ontology, and of the rows taken together: those which no row has.</summary>
    public IReadOnlyList<Issue> OwnIssues => _ownIssues;

    /// <summary>The first rows that failed.</summary>
    public IReadOnlyList<FailedRow> FailedRows => _failedRows;

    /// <summary>What was found when the rows were looked at together.</summary>
    public IssueList Together { get; } = new();

    /// <summary>The data groups and the rows their children are.</summary>
    public DataGroups Groups { get; } = new();

    /// <summary>The first ledger that does not account for all that was read, in one line; null where all do.</summary>
    public string? Imbalance { get; private set; }

    public void Add(VerdictRow row, RowPlace place)
    {
        Verdicts = Verdicts.Plus(row.Verdict);
        if (row.Verdict == Verdict.Failed && _failedRows.Count < MostFailedRows) _failedRows.Add(new FailedRow(row.Ordinal, row.Reason));
        Annotations += row.Annotations;
        Classifications += row.Classifications;
        Masks += row.Masks;
        foreach (var (shape, count) in TallyJson.Shapes(row.Shapes)) _shapes.Add(shape, count);
        foreach (var (name, featureHash, annotations) in TallyJson.Classes(row.Classes)) _classes.Add(name, featureHash, annotations);
        foreach (var issues in TallyJson.Issues(row.IssueCodes)) Issues.Add(issues);
        if (TallyJson.Changes(row.Changes) is { } changes) Changes = Changes?.Plus(changes) ?? changes;
        Groups.Take(row.LabelHash, row.DataHash, row.Children);
        if (row.Verdict is Verdict.Done or Verdict.DoneWithIssues && _identities.Take(place, row.LabelHash, row.BranchName) is { } repeated)
            Together.Add(repeated);
        foreach (var line in TallyJson.Ledger(row.Ledger))
        {
            _ledger.Add(line);
            if (Came(row, line.Of) is { } came && came != line.In)
                Imbalance ??= $"Row {row.Ordinal}: {came} came, but {line.Derivative} accounts for {line.In}.";
        }
    }

    // A ledger's own line always balances; this holds it against what the reading counted apart from any writer.
    private static long? Came(VerdictRow row, LedgerUnit of) => of switch
    {
        LedgerUnit.StoredAnnotations => row.Annotations + row.AnnotationsSkipped,
        LedgerUnit.Annotations => row.Annotations,
        LedgerUnit.StoredClassifications => row.Classifications + row.ClassificationsSkipped,
        LedgerUnit.Classifications => row.Classifications,
        _ => null,
    };

    public void Add(Issue issue)
    {
        _ownIssues.Add(issue);
        Issues.Add(issue);
    }

    public void Add(EntryRow entry) => _entries.Add(new ManifestEntry(entry.Name, entry.Rows, entry.State is EntryState.Skipped or EntryState.Ontology, entry.Fault));

    public Manifest ToManifest(ExportRow row) => new()
    {
        Export = row.Id.Value,
        Blob = row.Blob,
        ETag = row.BlobETag,
        Metadata = UploadMetadata.Read(row.Metadata),
        Ontology = row.Ontology,
        Formats = row.Formats,
        Entries = _entries,
        Rows = new Dictionary<string, long>
        {
            [nameof(Verdict.Done)] = Verdicts.Done,
            [nameof(Verdict.DoneWithIssues)] = Verdicts.DoneWithIssues,
            [nameof(Verdict.Rejected)] = Verdicts.Rejected,
            [nameof(Verdict.Failed)] = Verdicts.Failed,
        },
        Shapes = _shapes.All,
        Classes = [.. _classes.All],
        Ledger = _ledger.Lines,
        Issues = [.. Issues.All],
        Changes = Changes,
    };
}

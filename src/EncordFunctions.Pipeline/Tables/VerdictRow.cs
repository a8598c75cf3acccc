using Azure;
using Azure.Data.Tables;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Rows;

namespace EncordFunctions.Pipeline.Tables;

/// <summary>A label row's verdict in the LabelRows table, with what it counts and where its staged bytes lie.</summary>
internal sealed class VerdictRow(TableEntity entity)
{
    private const string EntryName = nameof(EntryName);

    /// <summary>What <see cref="Pointer"/> reads.</summary>
    public static readonly string[] PointerColumns =
    [
        nameof(RowMessage.Entry), EntryName, nameof(RowMessage.Element), nameof(RowMessage.Offset), nameof(RowMessage.Length),
        nameof(RowMessage.Formats), nameof(RowMessage.Ontology),
    ];

    public int Ordinal { get; } = int.Parse(entity.RowKey);

    public Verdict Verdict { get; } = Enum.Parse<Verdict>(entity.GetString(nameof(Verdict)));

    public long Annotations => Long(nameof(Annotations));

    public long AnnotationsSkipped => Long(nameof(AnnotationsSkipped));

    public long Classifications => Long(nameof(Classifications));

    public long ClassificationsSkipped => Long(nameof(ClassificationsSkipped));

    public long Masks => Long(nameof(Masks));

    public long Errors => Long(nameof(Errors));

    public long Warnings => Long(nameof(Warnings));

    /// <summary>How many derivatives were written.</summary>
    public long Files => Long(nameof(Files));

    /// <summary>How many bytes its fragment has; 0 where it has none.</summary>
    public long FragmentBytes => Long(nameof(FragmentBytes));

    /// <summary>The fragment itself, packed; null where it is a blob, there is none, or it was not asked for.</summary>
    public byte[]? Fragment => entity.GetBinary(nameof(Fragment));

    public string? Reason => entity.GetString(nameof(Reason));

    /// <summary>The kinds of its issues, as JSON.</summary>
    public string? IssueCodes => entity.GetString(nameof(IssueCodes));

    /// <summary>Shape → annotations, as JSON.</summary>
    public string? Shapes => entity.GetString(nameof(Shapes));

    /// <summary>Its classes and their annotations, as JSON.</summary>
    public string? Classes => entity.GetString(nameof(Classes));

    /// <summary>The ledger's lines, as JSON.</summary>
    public string? Ledger => entity.GetString(nameof(Ledger));

    /// <summary>What differs from earlier exports, as JSON.</summary>
    public string? Changes => entity.GetString(nameof(Changes));

    public string? LabelHash => entity.GetString(nameof(LabelHash));

    public string? BranchName => entity.GetString(nameof(BranchName));

    public string? DataHash => entity.GetString(nameof(DataHash));

    /// <summary>The children of a data group.</summary>
    public IReadOnlyList<GroupChild> Children => ChildrenColumn.Read(entity);

    public ETag ETag => entity.ETag;

    public RowMessage Pointer(ExportId export) => new(
        export.Value,
        Ordinal,
        entity.GetInt32(nameof(RowMessage.Entry)) ?? 0,
        entity.GetString(EntryName) ?? "",
        entity.GetInt32(nameof(RowMessage.Element)) ?? -1,
        entity.GetInt64(nameof(RowMessage.Offset)) ?? 0,
        entity.GetInt64(nameof(RowMessage.Length)) ?? 0,
        entity.GetString(nameof(RowMessage.Formats)),
        entity.GetBoolean(nameof(RowMessage.Ontology)) ?? false);

    public RowOutcome Outcome(ExportId export) =>
        new(export, Ordinal, Verdict, Annotations, Classifications, Masks, Errors, Warnings);

    /// <summary>An entity with the verdict and the pointer, for the rest to be added to.</summary>
    public static TableEntity Begin(RowMessage row, Verdict verdict) => new(Shards.Partition(row.ExportId, Shards.Of(row.Ordinal)), $"{row.Ordinal:D8}")
    {
        [nameof(Verdict)] = verdict.ToString(),
        [nameof(RowMessage.Entry)] = row.Entry,
        [EntryName] = row.Name,
        [nameof(RowMessage.Element)] = row.Element,
        [nameof(RowMessage.Offset)] = row.Offset,
        [nameof(RowMessage.Length)] = row.Length,
        [nameof(RowMessage.Formats)] = row.Formats,
        [nameof(RowMessage.Ontology)] = row.Ontology,
    };

    private long Long(string name) => entity.GetInt64(name) ?? 0;
}

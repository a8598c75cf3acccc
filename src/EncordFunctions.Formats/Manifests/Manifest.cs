using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;

namespace EncordFunctions.Formats.Manifests;

/// <summary>What an export came to, but for its data groups and files, which may be too many to hold. It is written sorted.</summary>
public sealed record Manifest
{
    /// <summary>The export's id.</summary>
    public required string Export { get; init; }

    /// <summary>Name of the uploaded blob.</summary>
    public required string Blob { get; init; }

    /// <summary>ETag of the uploaded blob: which content of that name it was.</summary>
    public required string ETag { get; init; }

    /// <summary>What the uploader set as metadata of the blob.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the ontology that the rows were read with; null where they were read without.</summary>
    public string? Ontology { get; init; }

    /// <summary>The derivatives that were chosen.</summary>
    public required string Formats { get; init; }

    /// <summary>The archive's entries, in its own order, which is kept.</summary>
    public IReadOnlyCollection<ManifestEntry> Entries { get; init; } = [];

    /// <summary>Verdict → label rows.</summary>
    public IReadOnlyDictionary<string, long> Rows { get; init; } = new Dictionary<string, long>();

    /// <summary>Shape → annotations.</summary>
    public IReadOnlyDictionary<string, long> Shapes { get; init; } = new Dictionary<string, long>();

    /// <summary>The classes and their annotations.</summary>
    public IReadOnlyCollection<ManifestClass> Classes { get; init; } = [];

    /// <summary>What each derivative did with what came to it, over all rows.</summary>
    public IReadOnlyCollection<LedgerLine> Ledger { get; init; } = [];

    /// <summary>What differs from earlier exports; null where no row was to be compared.</summary>
    public ChangeCounts? Changes { get; init; }

    /// <summary>The kinds of issues found.</summary>
    public IReadOnlyCollection<ManifestIssues> Issues { get; init; } = [];
}

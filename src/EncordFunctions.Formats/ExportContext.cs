using EncordFunctions.Formats.Classes;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Formats;

/// <summary>What the rows of an export add up to, as it is known before their fragments are joined.</summary>
public sealed record ExportContext
{
    /// <summary>Upload, entries, verdicts, classes, issues and the ledger.</summary>
    public required Manifest Manifest { get; init; }

    /// <summary>The classes in their order, which gives them their numbers.</summary>
    public required ClassList Classes { get; init; }

    /// <summary>What the rows were read with; null where the export has none.</summary>
    public Ontology? Ontology { get; init; }

    /// <summary>Why the export as a whole was rejected, in one line; null where it was not.</summary>
    public string? Fault { get; init; }

    /// <summary>Findings that no row has: those of the archive, and of the rows taken together.</summary>
    public IReadOnlyList<Issue> OwnIssues { get; init; } = [];

    /// <summary>The first rows that failed, each with the reason.</summary>
    public IReadOnlyList<FailedRow> FailedRows { get; init; } = [];
}

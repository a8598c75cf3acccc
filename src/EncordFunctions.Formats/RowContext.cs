using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>What is known of a row before its annotations come.</summary>
/// <param name="Ordinal">Its place in the export.</param>
/// <param name="Index">Its header and data units.</param>
/// <param name="Ontology">What it is read with; null where the export has none.</param>
public sealed record RowContext(int Ordinal, RowIndex Index, Ontology? Ontology);

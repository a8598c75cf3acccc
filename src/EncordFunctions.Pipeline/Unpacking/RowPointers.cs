using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>The messages of an entry's label rows.</summary>
/// <param name="export">The entry's export.</param>
/// <param name="entry">The entry.</param>
/// <param name="formats">The derivatives that the rows are written to.</param>
/// <param name="hasOntology">Whether they are read with an ontology.</param>
internal sealed class RowPointers(ExportId export, EntryRow entry, string formats, bool hasOntology)
{
    private readonly string _name = RowPlaces.Shown(entry.Name);

    /// <summary>The message of a row.</summary>
    /// <param name="element">Its place in the entry.</param>
    /// <param name="span">Where its staged bytes lie.</param>
    public RowMessage Of(int element, RowSpan span) => new(
        export.Value, entry.FirstOrdinal + element, entry.Index, _name, entry.IsList ? element : -1, span.Offset, span.Length, formats, hasOntology);
}

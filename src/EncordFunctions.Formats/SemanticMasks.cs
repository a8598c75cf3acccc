using EncordFunctions.Formats.Painting;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>semantic/</c>: of every frame with an area on it a PNG whose pixels are numbers of classes, 0 where there is none; what stands later in the
/// frame's list is painted over what stands before. <c>semantic.jsonl</c> says of each frame which number is which class, in which colour, and
/// how many pixels it has. With an ontology a class's number is its place in it, from 1 on; without one, each row counts for itself.
/// </summary>
public sealed class SemanticMasks : IRowFormat
{
    /// <inheritdoc/>
    public string Name => "semantic";

    /// <inheritdoc/>
    public IRowWriter Open(RowContext row, IOutputFiles files) => new FrameMaskWriter(Name, row, files, new ClassLegend(row.Ontology));
}

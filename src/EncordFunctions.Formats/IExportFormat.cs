using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats;

/// <summary>
/// A derivative of a whole export. Every label row leaves records in its fragment, where and when it is processed; the join takes the
/// records of all rows in order of their ordinals. What depends on other rows, as ids do, is left to the join, so that the order in which
/// rows were processed shows nowhere. One file of this project each, and one line in <see cref="Derivatives"/>.
/// </summary>
public interface IExportFormat : IFormat
{
    /// <summary>Its own letter: whose records they are in a fragment.</summary>
    char Track { get; }

    /// <summary>The tracks its join takes, as a rule its own.</summary>
    string Reads => Track.ToString();

    /// <summary>Starts writing one row's records. A rejected row has a header and findings, no data units and no annotations.</summary>
    /// <param name="row">The row's place, header, data units and ontology.</param>
    /// <param name="track">Where to write the records.</param>
    IRowWriter OpenRow(RowContext row, FragmentTrack track);

    /// <summary>Starts the join.</summary>
    /// <param name="export">What all rows add up to.</param>
    /// <param name="files">Where to write; paths are relative to the export's folder.</param>
    IExportWriter OpenExport(ExportContext export, IExportFiles files);
}

namespace EncordFunctions.Formats;

/// <summary>A derivative that each label row has for itself, in its own folder. One file of this project each, and one line in <see cref="Derivatives"/>.</summary>
public interface IRowFormat : IFormat
{
    /// <summary>Starts writing one row.</summary>
    /// <param name="row">The row's place, header, data units and ontology.</param>
    /// <param name="files">Where to write; paths are relative to the row's folder.</param>
    IRowWriter Open(RowContext row, IOutputFiles files);
}

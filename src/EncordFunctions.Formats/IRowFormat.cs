using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>One derivative of a label row: annotations.jsonl, the mask PNGs, ... One file of this project each, and one line in <see cref="RowFormats"/>.</summary>
public interface IRowFormat
{
    /// <summary>Its name in the ledger, which is the file or folder it writes: <c>annotations.jsonl</c>, <c>masks</c>.</summary>
    string Name { get; }

    /// <summary>Starts writing one row.</summary>
    /// <param name="index">The row's header and data units.</param>
    /// <param name="files">Where to write; paths are relative to the row's folder.</param>
    IRowWriter Open(RowIndex index, IOutputFiles files);
}

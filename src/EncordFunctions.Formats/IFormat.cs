namespace EncordFunctions.Formats;

/// <summary>What a derivative is written by: row by row on its own (<see cref="IRowFormat"/>), or joined over the export (<see cref="IExportFormat"/>).</summary>
public interface IFormat
{
    /// <summary>Its name in the ledger, which is the file or folder it writes: <c>annotations.jsonl</c>, <c>masks</c>, <c>coco.json</c>.</summary>
    string Name { get; }
}

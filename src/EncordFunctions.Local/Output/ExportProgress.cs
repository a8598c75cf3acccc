using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Output;

/// <summary>How far one export has come, as the host tells it.</summary>
/// <param name="Id">The export.</param>
/// <param name="Blob">Name of the upload.</param>
/// <param name="Rows">How many label rows it has; null while it is unpacked.</param>
/// <param name="Done">How many of them have a verdict.</param>
/// <param name="Status">Where it stands.</param>
public sealed record ExportProgress(ExportId Id, string Blob, int? Rows, long Done, ExportStatus Status)
{
    /// <summary>One line.</summary>
    public override string ToString() => (Status, Rows) switch
    {
        (ExportStatus.Unpacking, _) or (ExportStatus.Processing, null) => Done == 0 ? $"{Blob}: unpacking" : $"{Blob}: unpacking, {Done:N0} rows done",
        (ExportStatus.Processing, _) => $"{Blob}: {Done:N0} of {Rows:N0} rows",
        _ => $"{Blob}: {Status}, {Rows ?? 0:N0} rows",
    };
}

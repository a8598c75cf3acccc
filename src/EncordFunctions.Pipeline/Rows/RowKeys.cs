using EncordFunctions.Pipeline.Messages;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>Where a label row's own things stand.</summary>
internal static class RowKeys
{
    /// <summary>Partition of its objects and of its issues.</summary>
    public static string Partition(RowMessage row) => $"{row.Export}-{row.Ordinal:D8}";

    /// <summary>Folder of its derivatives.</summary>
    public static string Folder(RowMessage row) => $"{row.Export}/rows/{row.Ordinal:D8}/";
}

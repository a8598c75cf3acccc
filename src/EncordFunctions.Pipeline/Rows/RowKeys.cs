using EncordFunctions.Pipeline.Messages;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>Where a label row's own things stand.</summary>
internal static class RowKeys
{
    /// <summary>Partition of its objects and of its issues.</summary>
    public static string Partition(RowMessage row) => Partition(row.Export, row.Ordinal);

    /// <summary>The same, of a row of any export.</summary>
    public static string Partition(string export, int ordinal) => $"{export}-{ordinal:D8}";

    /// <summary>Folder of its derivatives.</summary>
    public static string Folder(RowMessage row) => Folder(row.Export, row.Ordinal);

    /// <summary>The same, of a row of any export.</summary>
    public static string Folder(string export, int ordinal) => $"{export}/rows/{ordinal:D8}/";
}

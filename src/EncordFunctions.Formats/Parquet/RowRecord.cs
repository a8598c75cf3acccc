using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Parquet;

/// <summary>What all records of a label row have in common; it comes before them, so that it's not repeated in each.</summary>
internal static class RowRecord
{
    /// <summary>The first byte of such a record.</summary>
    public const byte Mark = 0;

    public static void Write(IBufferWriter<byte> to, LabelRowHeader header)
    {
        to.Write([Mark]);
        to.WriteText(header.LabelHash);
        to.WriteText(header.BranchName);
        to.WriteText(header.DatasetHash);
        to.WriteText(header.DatasetTitle);
        to.WriteText(header.DataHash);
        to.WriteText(header.DataTitle);
        to.WriteText(header.DataType);
    }
}

using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Markup;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Report;

/// <summary>What is shown of a single row.</summary>
/// <param name="Ordinal">Its place in the export.</param>
/// <param name="Title">Title of its data.</param>
/// <param name="LabelHash">Its identity.</param>
/// <param name="DataType">What its data is.</param>
/// <param name="IsRejected">Whether it could not be read.</param>
internal sealed record RowCard(int Ordinal, string? Title, string? LabelHash, string? DataType, bool IsRejected)
{
    private const int LongestText = 120;

    public long Annotations { get; init; }

    public long Classifications { get; init; }

    public long Errors { get; init; }

    public long Warnings { get; init; }

    /// <summary>A small picture of its first labelled frame; null where it has none.</summary>
    public Thumbnail? Picture { get; set; }

    /// <summary>What to call it.</summary>
    public string Name => Title ?? LabelHash ?? $"row {Ordinal}";

    /// <summary>How much of a row's findings must be seen to: all of one that was rejected, then errors, then warnings.</summary>
    public (bool IsRejected, long Errors, long Warnings) Trouble => (IsRejected, Errors, Warnings);

    public static void Write(LabelRowHeader header, bool isRejected, IBufferWriter<byte> record)
    {
        record.WriteText(Cut.To(header.DataTitle, LongestText));
        record.WriteText(Cut.To(header.LabelHash, LongestText));
        record.WriteText(Cut.To(header.DataType, LongestText));
        record.WriteWhole(isRejected ? 1 : 0);
    }

    public static RowCard Read(int ordinal, ref RecordReader record) =>
        new(ordinal, record.ReadText(), record.ReadText(), record.ReadText(), record.ReadWhole() == 1);
}

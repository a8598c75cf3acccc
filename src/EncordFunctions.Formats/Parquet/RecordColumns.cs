using System.Buffers;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Parquet;

/// <summary>Values of records that may be missing, as they are written for a column and taken into it.</summary>
internal static class RecordColumns
{
    private const int TicksOfMicrosecond = 10;

    /// <summary>A whole number, or none.</summary>
    public static void WriteMaybe(this IBufferWriter<byte> to, long? number)
    {
        to.WriteWhole(number is null ? 0 : 1);
        if (number is { } known) to.WriteWhole(known);
    }

    /// <summary>A time in whole microseconds, or none.</summary>
    public static void WriteTime(this IBufferWriter<byte> to, DateTimeOffset? time) =>
        to.WriteMaybe((time - DateTimeOffset.UnixEpoch)?.Ticks / TicksOfMicrosecond);

    /// <summary>A number; one that is not finite is none.</summary>
    public static void WriteMaybe(this IBufferWriter<byte> to, double? number) => to.WriteDouble(number ?? double.NaN);

    public static void AddFrom(this TextColumn column, ref RecordReader record)
    {
        if (record.TryReadUtf8(out var text)) column.Add(text);
        else column.AddNull();
    }

    public static void AddFrom(this BytesColumn column, ref RecordReader record)
    {
        if (record.TryReadUtf8(out var bytes)) column.Add(bytes);
        else column.AddNull();
    }

    public static void AddFrom(this WholeColumn column, ref RecordReader record)
    {
        if (record.ReadWhole() == 1) column.Add(record.ReadWhole());
        else column.AddNull();
    }

    public static void AddFrom(this DoubleColumn column, ref RecordReader record) => column.Add(record.ReadDouble());

    public static void AddFrom(this FlagColumn column, ref RecordReader record) => column.Add(record.ReadWhole() == 1);
}

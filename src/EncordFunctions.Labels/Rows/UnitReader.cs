using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads the plain members of a data unit, one at a time. Sizes and numbers may be given as text.</summary>
internal sealed class UnitReader
{
    private readonly MemberValues _values;
    private string? _title;
    private string? _type;
    private string? _link;
    private long? _sequence;
    private int _width;
    private int _height;
    private double? _fps;
    private double? _duration;

    public UnitReader(MemberValues values) => _values = values;

    /// <summary>Members that are known and neither read nor kept.</summary>
    public static bool IsIgnored(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("data_hash"u8) || name.SequenceEqual("data_links"u8) || name.SequenceEqual("metadata"u8)
        || name.SequenceEqual("audio_codec"u8) || name.SequenceEqual("audio_sample_rate"u8) || name.SequenceEqual("audio_bit_depth"u8)
        || name.SequenceEqual("audio_num_channels"u8);

    /// <summary>Reads the member's value if it is one of a unit's.</summary>
    public bool TryRead(ReadOnlySpan<byte> name, ref JsonCursor json)
    {
        if (name.SequenceEqual("data_title"u8)) _title = _values.Text(ref json, "");
        else if (name.SequenceEqual("data_type"u8)) _type = _values.Text(ref json, "");
        else if (name.SequenceEqual("data_link"u8)) _link = _values.Text(ref json, "");
        else if (name.SequenceEqual("data_sequence"u8)) _sequence = _values.Whole(ref json, "", 0, 1L << 53);
        else if (name.SequenceEqual("width"u8)) _width = Size(ref json);
        else if (name.SequenceEqual("height"u8)) _height = Size(ref json);
        else if (name.SequenceEqual("data_fps"u8)) _fps = _values.Number(ref json, "");
        else if (name.SequenceEqual("data_duration"u8)) _duration = _values.Number(ref json, "");
        else return false;
        return true;
    }

    /// <summary>The unit, once its members have come by.</summary>
    /// <param name="hash">Its key.</param>
    /// <param name="place">Its place in the file, for units that do not state one.</param>
    public DataUnit Make(string hash, long place) =>
        new(hash, _title, _type, _sequence ?? place, new FrameSize(_width, _height), string.IsNullOrEmpty(_link) ? null : _link)
        {
            Fps = _fps,
            Duration = _duration,
        };

    private int Size(ref JsonCursor json) => (int)(_values.Whole(ref json, "", 0, int.MaxValue) ?? 0);
}

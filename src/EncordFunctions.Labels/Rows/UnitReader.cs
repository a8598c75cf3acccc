using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads a data unit. Sizes and numbers may be given as text.</summary>
internal sealed class UnitReader : IUnitMembers
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
    private AudioFormat? _audio;
    private IReadOnlyList<GroupChild> _children = [];

    public UnitReader(MemberValues values) => _values = values;

    public bool IsIgnored(ReadOnlySpan<byte> name) => name.SequenceEqual("data_hash"u8) || name.SequenceEqual("data_links"u8);

    public bool TryRead(ReadOnlySpan<byte> name, ref JsonCursor json)
    {
        if (name.SequenceEqual("data_title"u8)) _title = _values.Text(ref json, "");
        else if (name.SequenceEqual("data_type"u8)) _type = _values.Text(ref json, "");
        else if (name.SequenceEqual("data_link"u8)) _link = _values.Text(ref json, "");
        else if (name.SequenceEqual("data_sequence"u8)) _sequence = _values.Whole(ref json, "", 0, 1L << 53);
        else if (name.SequenceEqual("width"u8)) _width = _values.Side(ref json, "");
        else if (name.SequenceEqual("height"u8)) _height = _values.Side(ref json, "");
        else if (name.SequenceEqual("data_fps"u8)) _fps = _values.Number(ref json, "");
        else if (name.SequenceEqual("data_duration"u8)) _duration = _values.Number(ref json, "");
        else if (name.SequenceEqual("metadata"u8)) _children = GroupChildren.In(ref json, _values);
        else return TryReadAudio(name, ref json);
        return true;
    }

    public DataUnit Make(string hash, long place) =>
        new(hash, _title, _type, _sequence ?? place, new FrameSize(_width, _height), string.IsNullOrEmpty(_link) ? null : _link)
        {
            Fps = _fps,
            Duration = _duration,
            Audio = _audio,
            Children = _children,
        };

    private bool TryReadAudio(ReadOnlySpan<byte> name, ref JsonCursor json)
    {
        var audio = _audio ?? new AudioFormat(null, null, null, null);
        if (name.SequenceEqual("audio_codec"u8)) audio = audio with { Codec = _values.Text(ref json, "") };
        else if (name.SequenceEqual("audio_sample_rate"u8)) audio = audio with { SampleRate = Count(ref json) };
        else if (name.SequenceEqual("audio_bit_depth"u8)) audio = audio with { BitDepth = Count(ref json) };
        else if (name.SequenceEqual("audio_num_channels"u8)) audio = audio with { Channels = Count(ref json) };
        else return false;
        _audio = audio;
        return true;
    }

    private long? Count(ref JsonCursor json) => _values.Whole(ref json, "", 0, int.MaxValue);
}

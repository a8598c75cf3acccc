using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads a space: a file of a data group, a layer of an image, a point cloud or camera image of a scene.</summary>
internal sealed class SpaceReader : IUnitMembers
{
    private readonly MemberValues _values;
    private string? _type;
    private string? _title;
    private string? _layoutKey;
    private SceneFile? _scene;
    private int _width;
    private int _height;
    private long? _frames;
    private double? _milliseconds;

    public SpaceReader(MemberValues values) => _values = values;

    public bool IsIgnored(ReadOnlySpan<byte> name) => false;

    public bool TryRead(ReadOnlySpan<byte> name, ref JsonCursor json)
    {
        if (name.SequenceEqual("space_type"u8)) _type = _values.Text(ref json, "");
        else if (name.SequenceEqual("width"u8)) _width = _values.Side(ref json, "");
        else if (name.SequenceEqual("height"u8)) _height = _values.Side(ref json, "");
        else if (name.SequenceEqual("number_of_frames"u8) || name.SequenceEqual("number_of_pages"u8)) _frames = _values.Whole(ref json, "", 0, long.MaxValue >> 10);
        else if (name.SequenceEqual("duration_ms"u8)) _milliseconds = _values.Number(ref json, "");
        else if (name.SequenceEqual("child_info"u8) || name.SequenceEqual("root_info"u8)) ReadFile(ref json);
        else if (name.SequenceEqual("scene_info"u8)) ReadScene(ref json);
        else return false;
        return true;
    }

    public DataUnit Make(string hash, long place) =>
        new(hash, _title, null, 0, new FrameSize(_width, _height), _scene?.Uri)
        {
            // A space of a type that is not stated is a space all the same.
            SpaceType = _type ?? "",
            LayoutKey = _layoutKey,
            Scene = _scene,
            Duration = _milliseconds / 1000,
            FrameCount = _type == "image" ? 1 : _frames is > 0 ? _frames : null,
        };

    private void ReadFile(ref JsonCursor json)
    {
        if (!_values.Enter(ref json, "", "an object")) return;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("file_name"u8)) _title = _values.Text(ref json, "/file_name");
            else if (name.SequenceEqual("layout_key"u8)) _layoutKey = _values.Text(ref json, "/layout_key");
            else json.Skip();
        }
    }

    private void ReadScene(ref JsonCursor json)
    {
        if (!_values.Enter(ref json, "", "an object")) return;
        string? stream = null, uri = null;
        long? index = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("stream_id"u8)) stream = _values.Text(ref json, "/stream_id");
            else if (name.SequenceEqual("event_index"u8)) index = _values.Whole(ref json, "/event_index", 0, 1L << 53);
            else if (name.SequenceEqual("uri"u8)) uri = _values.Text(ref json, "/uri");
            else json.Skip();
        }
        _scene = new SceneFile(stream, index, uri);
    }
}

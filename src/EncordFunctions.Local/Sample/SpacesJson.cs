using System.Text.Json;

namespace EncordFunctions.Local.Sample;

/// <summary>Writes the <c>spaces</c> of a row: files of a data group, sensors of a scene.</summary>
internal sealed class SpacesJson(RowPlan plan, Utf8JsonWriter json)
{
    public void Write()
    {
        json.WriteStartObject("spaces");
        foreach (var space in plan.Spaces)
            Space(space);
        json.WriteEndObject();
    }

    private void Space(UnitPlan space)
    {
        json.WriteStartObject(space.Hash);
        json.WriteString("space_type", space.SpaceType);
        if (space.Scene is var (stream, atEvent))
        {
            json.WriteStartObject("scene_info");
            json.WriteNumber("event_index", atEvent);
            json.WriteString("stream_id", stream);
            json.WriteString("uri", space.Title);
        }
        else
        {
            json.WriteStartObject("child_info");
            json.WriteString("layout_key", space.LayoutKey);
            json.WriteString("file_name", space.Title);
        }
        json.WriteEndObject();
        Extent(space);
        Labels(space);
        json.WriteEndObject();
    }

    private void Extent(UnitPlan space)
    {
        switch (space.SpaceType)
        {
            case "image" or "video" or "image_sequence" or "medical_file":
                if (space.SpaceType != "image") json.WriteNumber("number_of_frames", space.FrameCount);
                json.WriteNumber("width", space.Width);
                json.WriteNumber("height", space.Height);
                break;
            case "medical_stack":
                json.WriteStartArray("frames");
                for (var slice = 0; slice < space.FrameCount; slice++)
                {
                    var own = space.Frames.Find(frame => frame.Number == slice);
                    json.WriteStartObject();
                    json.WriteString("file_name", $"{slice}.dcm");
                    json.WriteString("instance_uid", $"1.2.3.4.7.{slice}");
                    json.WriteNumber("width", own?.Width ?? space.Width);
                    json.WriteNumber("height", own?.Height ?? space.Height);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                break;
            case "pdf":
                json.WriteNumber("number_of_pages", space.FrameCount);
                break;
            case "audio":
                json.WriteNumber("duration_ms", space.FrameCount);
                break;
        }
    }

    private void Labels(UnitPlan space)
    {
        var frames = new FrameJson(plan, json);
        json.WriteStartObject("labels");
        if (space.Layout == LabelLayout.Flat) frames.Lists(space, space.Frames[0]);
        if (space.Layout == LabelLayout.Keyed)
        {
            foreach (var frame in space.Frames)
                frames.Keyed(space, frame);
        }
        json.WriteEndObject();
    }
}

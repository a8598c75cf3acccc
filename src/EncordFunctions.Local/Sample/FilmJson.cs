using System.Globalization;
using System.Text.Json;

namespace EncordFunctions.Local.Sample;

/// <summary>Writes what a file has beside its labels: where it lies, how long it is, what is in it.</summary>
internal sealed class FilmJson(RowPlan plan, Utf8JsonWriter json)
{
    public void Write(UnitPlan unit)
    {
        switch (plan.Modality)
        {
            case Modality.Video:
                if (plan.Emitter == Emitter.Page)
                    json.WriteString("data_fps", unit.Fps.ToString(CultureInfo.InvariantCulture));
                else
                    json.WriteNumber("data_fps", unit.Fps);
                json.WriteNumber("data_duration", unit.FrameCount / unit.Fps);
                json.WriteString("data_link", $"sample/videos/{unit.Hash}");
                break;
            case Modality.Audio:
                json.WriteString("audio_codec", "mp3");
                json.WriteNumber("audio_sample_rate", 44100);
                json.WriteNumber("audio_bit_depth", 16);
                json.WriteNumber("audio_num_channels", 2);
                json.WriteNumber("data_duration", unit.FrameCount / unit.Fps);
                json.WriteString("data_link", $"sample/audio/{unit.Hash}");
                break;
            case Modality.Dicom or Modality.DicomStudy:
                json.WriteStartObject("metadata");
                json.WriteString("patient_id", "sample");
                json.WriteString("study_uid", "1.2.3.4.5");
                json.WriteString("series_uid", "1.2.3.4.6");
                json.WriteEndObject();
                json.WriteStartArray("data_links");
                for (var slice = 0; slice < unit.FrameCount; slice++)
                    json.WriteStringValue($"sample/dicom/{unit.Hash}/{slice}");
                json.WriteEndArray();
                break;
            case Modality.Group or Modality.Scene or Modality.ContinuousScene:
                Children();
                break;
            default:
                json.WriteString("data_link", $"sample/images/{unit.Hash}");
                break;
        }
    }

    private void Children()
    {
        if (plan.Children.Count == 0) return;
        json.WriteStartObject("metadata");
        json.WriteStartArray("children");
        foreach (var child in plan.Children)
        {
            json.WriteStartObject();
            json.WriteString("data_hash", child.DataHash);
            json.WriteString("label_hash", child.LabelHash);
            json.WriteString("name", child.Title);
            json.WriteString("layout_key", child.LayoutKey);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

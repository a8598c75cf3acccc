using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EncordFunctions.Local.Sample;

/// <summary>Writes a planned row in the spelling of its emitter.</summary>
internal sealed class RowJson
{
    private readonly RowPlan _plan;
    private readonly Utf8JsonWriter _json;

    private RowJson(RowPlan plan, Utf8JsonWriter json)
    {
        _plan = plan;
        _json = json;
    }

    public static ReadOnlyMemory<byte> Write(RowPlan plan)
    {
        var bytes = new ArrayBufferWriter<byte>();
        // The SDK's rows are ASCII: every other character, and '+' and '&' here, is an escape that must be undone. The server's are not.
        var options = new JsonWriterOptions { Encoder = plan.Emitter == Emitter.Sdk ? null : JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(bytes, options))
            new RowJson(plan, json).Row();
        return bytes.WrittenMemory;
    }

    private void Row()
    {
        _json.WriteStartObject();
        _json.WriteString("label_hash", _plan.LabelHash);
        if (_plan.Branch is { } branch) _json.WriteString("branch_name", branch);
        _json.WriteString("created_at", RowDate(RowPlan.Start));
        _json.WriteString("last_edited_at", RowDate(_plan.EditedAt));
        _json.WriteString("dataset_hash", Hashes.Long("dataset/Sample"));
        _json.WriteString("dataset_title", "Sample");
        _json.WriteString("data_title", _plan.Title);
        _json.WriteString("data_hash", _plan.DataHash);
        var isPageGroup = _plan is { Emitter: Emitter.Page, Modality: Modality.ImageGroup };
        _json.WriteString("data_type", isPageGroup ? "image_group" : _plan.DataType);
        if (_plan.Emitter == Emitter.Sdk)
        {
            _json.WriteString("annotation_task_status", "QUEUED");
            _json.WriteBoolean("is_shadow_data", false);
            if (_plan.SpacesFirst) new SpacesJson(_plan, _json).Write();
        }
        else
        {
            WhatItShows();
        }
        if (_plan.Modality == Modality.ContinuousScene)
        {
            _json.WriteStartObject("scene");
            _json.WriteBoolean("isContinuous", true);
            _json.WriteEndObject();
        }
        var answers = new AnswersJson(_plan, _json);
        if (_plan.AnswersFirst) answers.Write();
        _json.WriteStartObject("data_units");
        foreach (var unit in _plan.Units)
            Unit(unit);
        _json.WriteEndObject();
        if (!_plan.AnswersFirst) answers.Write();
        if (_plan is { SpacesFirst: false, Emitter: Emitter.Sdk }) new SpacesJson(_plan, _json).Write();
        _json.WriteString("label_status", "LABELLED");
        if (_plan.Emitter != Emitter.Sdk) History();
        _json.WriteEndObject();
    }

    private void WhatItShows()
    {
        if (_plan.Modality is Modality.ImageGroup or Modality.ImageSequence)
            _json.WriteBoolean("is_image_sequence", _plan.Modality == Modality.ImageSequence);
        else
            _json.WriteNull("is_image_sequence");

        if (_plan.Modality is Modality.Video or Modality.ImageSequence)
            _json.WriteString("video_link", $"sample/videos/{_plan.DataHash}");
        else
            _json.WriteNull("video_link");
    }

    private void History()
    {
        var export = Hashes.Long("export/Sample");
        var at = Rfc1123(_plan.ExportedAt, "UTC");
        _json.WriteStartArray("export_history");
        _json.WriteStartObject();
        _json.WriteString("export_hash", export);
        _json.WriteString("exported_at", at);
        _json.WriteString("user_email", "ada@example.com");
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteString("export_hash", export);
        _json.WriteString("exported_at", at);
    }

    private void Unit(UnitPlan unit)
    {
        _json.WriteStartObject(unit.Hash);
        _json.WriteString("data_hash", unit.Hash);
        _json.WriteString("data_title", unit.Title);
        _json.WriteString("data_type", MimeType(unit));
        var isText = _plan.Emitter == Emitter.Page || (_plan.Emitter == Emitter.Sdk && _plan.DataType == "img_group");
        if (isText)
            _json.WriteString("data_sequence", unit.Sequence.ToString(CultureInfo.InvariantCulture));
        else
            _json.WriteNumber("data_sequence", unit.Sequence);

        // The server writes sizes after the labels that need them, the SDK before.
        if (_plan.Emitter == Emitter.Sdk) Size(unit);
        Labels(unit);
        new FilmJson(_plan, _json).Write(unit);
        if (_plan.Emitter != Emitter.Sdk) Size(unit);
        _json.WriteEndObject();
    }

    private void Labels(UnitPlan unit)
    {
        var frames = new FrameJson(_plan, _json);
        _json.WriteStartObject("labels");
        switch (_plan.Layout)
        {
            case LabelLayout.Keyed:
                foreach (var frame in unit.Frames)
                    frames.Keyed(unit, frame);
                break;
            case LabelLayout.Flat when _plan.Emitter == Emitter.Page:
                _json.WriteStartObject("0");
                frames.Lists(unit, unit.Frames[0]);
                _json.WriteEndObject();
                break;
            case LabelLayout.Flat:
                frames.Lists(unit, unit.Frames[0]);
                break;
        }
        _json.WriteEndObject();
    }

    private void Size(UnitPlan unit)
    {
        if (_plan.Layout == LabelLayout.Empty) return;
        _json.WriteNumber("width", unit.Width);
        _json.WriteNumber("height", unit.Height);
    }

    private string MimeType(UnitPlan unit) => _plan.Modality switch
    {
        Modality.Video => "video/mp4",
        Modality.Dicom or Modality.DicomStudy => "application/dicom",
        Modality.Nifti => "application/nifti1",
        Modality.Pdf => "application/pdf",
        Modality.Audio => "audio/mpeg",
        Modality.PlainText => "text/plain",
        Modality.Html => "text/html",
        Modality.TimeSeries => "text/csv",
        Modality.Group => _plan.Emitter == Emitter.Sdk ? "group" : "application/vnd.encord.data.group",
        Modality.Scene => "scene",
        Modality.ContinuousScene => "application/mcap",
        _ when _plan.Emitter == Emitter.Page => "image",
        _ => unit.Title.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg",
    };

    private string RowDate(DateTimeOffset at) => _plan.Emitter == Emitter.Sdk
        ? Rfc1123(at, "UTC")
        : at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The date of an object; the server ends it with GMT, the SDK with UTC.</summary>
    public static string ObjectDate(DateTimeOffset at, Emitter emitter) => Rfc1123(at, emitter == Emitter.Sdk ? "UTC" : "GMT");

    private static string Rfc1123(DateTimeOffset at, string zone) => at.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + zone;
}

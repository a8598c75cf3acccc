using System.Text.Json;
using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>annotations.jsonl</c>: one line per annotation in file order, every line with the same members, null where unknown; <c>stream</c>,
/// <c>event</c>, <c>interpolate</c> (scenes) and <c>extra</c> (unknown members) only where there are any. Coordinates are pixels, times UTC.
/// It stands beside every readable row, also one without annotations.
/// </summary>
public sealed class AnnotationsJsonl : IRowFormat
{
    /// <inheritdoc/>
    public string Name => "annotations.jsonl";

    /// <inheritdoc/>
    public IRowWriter Open(RowContext row, IOutputFiles files) => new Writer(row, files, Name);

    private sealed class Writer : LineWriter
    {
        private readonly LabelRowHeader _header;
        private readonly GeometryJson _geometry = new();

        public Writer(RowContext row, IOutputFiles files, string name) : base(files, name, LedgerUnit.StoredAnnotations, row.Ordinal)
        {
            _header = row.Index.Header;
            Lines.Open();
        }

        protected override bool IsLine(RowEvent rowEvent) => rowEvent is RowEvent.AnnotationRead;

        protected override Issue? SkipOf(RowEvent rowEvent) => (rowEvent as RowEvent.AnnotationSkipped)?.Issue;

        protected override void Write(Utf8JsonWriter json, RowEvent rowEvent)
        {
            var annotation = ((RowEvent.AnnotationRead)rowEvent).Annotation;
            json.WriteString("label_hash"u8, _header.LabelHash);
            json.WriteString("branch_name"u8, _header.BranchName);
            json.WriteString("data_hash"u8, _header.DataHash);
            json.WriteString("data_unit_hash"u8, annotation.Unit.Hash);
            json.WriteString("data_title"u8, annotation.Unit.Title ?? _header.DataTitle);
            json.WriteWhole("frame"u8, annotation.Frame?.Number);
            json.WriteSide("width"u8, annotation.Frame?.Size.Width ?? 0);
            json.WriteSide("height"u8, annotation.Frame?.Size.Height ?? 0);
            json.WriteString("object_hash"u8, annotation.ObjectHash);
            json.WriteString("feature_hash"u8, annotation.FeatureHash);
            json.WriteString("name"u8, annotation.Name);
            json.WriteString("value"u8, annotation.Value);
            json.WriteString("color"u8, annotation.Color);
            json.WriteString("shape"u8, annotation.Shape.Name);
            json.WriteFinite("confidence"u8, annotation.Confidence);
            json.WriteBoolean("manual_annotation"u8, annotation.ManualAnnotation);
            json.WriteString("created_by"u8, annotation.CreatedBy);
            json.WriteTime("created_at"u8, annotation.CreatedAt);
            json.WriteString("last_edited_by"u8, annotation.LastEditedBy);
            json.WriteTime("last_edited_at"u8, annotation.LastEditedAt);
            json.WriteBounds("bbox"u8, annotation.Shape.Bounds);
            json.WriteFinite("area"u8, annotation.Shape.Area);
            _geometry.Write(json, annotation);
            AnswerJson.Write(json, "attributes"u8, annotation.Attributes, sayDynamic: true);
            RangeJson.Write(json, "range"u8, annotation.Range);
            if (annotation.Frame?.Stream is { } stream) json.WriteString("stream"u8, stream);
            if (annotation.Event is { } happens) json.WriteString("event"u8, happens);
            if (annotation.Interpolate is { } interpolate) json.WriteString("interpolate"u8, interpolate);
            if (annotation.Extra is { } extra)
            {
                json.WritePropertyName("extra"u8);
                json.WriteRawValue(extra, skipInputValidation: true);
            }
        }
    }
}

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
            AnnotationMembers.WritePlace(json, _header, annotation);
            AnnotationMembers.WriteObject(json, "name"u8, annotation);
            json.WriteBounds("bbox"u8, annotation.Shape.Bounds);
            json.WriteFinite("area"u8, annotation.Shape.Area);
            GeometryJson.Write(json, annotation);
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

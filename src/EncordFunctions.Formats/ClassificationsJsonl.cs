using System.Text.Json;
using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>classifications.jsonl</c>: one line per classification instance, with the frames it holds for and its answers. <c>ranges</c> are
/// frames (of audio milliseconds, of text characters), inclusive at both ends; <c>global</c> says that it holds for the whole data,
/// <c>data_unit_hash</c> that it holds for one space of it. There is none beside a row without classifications.
/// </summary>
public sealed class ClassificationsJsonl : IRowFormat
{
    /// <inheritdoc/>
    public string Name => "classifications.jsonl";

    /// <inheritdoc/>
    public IRowWriter Open(RowContext row, IOutputFiles files) => new Writer(row, files, Name);

    private sealed class Writer(RowContext row, IOutputFiles files, string name)
        : LineWriter(files, name, LedgerUnit.StoredClassifications, row.Ordinal)
    {
        private readonly LabelRowHeader _header = row.Index.Header;

        protected override bool IsLine(RowEvent rowEvent) => rowEvent is RowEvent.ClassificationRead;

        protected override Issue? SkipOf(RowEvent rowEvent) => (rowEvent as RowEvent.ClassificationSkipped)?.Issue;

        protected override void Write(Utf8JsonWriter json, RowEvent rowEvent)
        {
            var classification = ((RowEvent.ClassificationRead)rowEvent).Classification;
            json.WriteString("label_hash"u8, _header.LabelHash);
            json.WriteString("branch_name"u8, _header.BranchName);
            json.WriteString("data_hash"u8, _header.DataHash);
            json.WriteString("data_unit_hash"u8, classification.Space?.Hash);
            json.WriteString("data_title"u8, classification.Space?.Title ?? _header.DataTitle);
            json.WriteString("classification_hash"u8, classification.ClassificationHash);
            json.WriteString("feature_hash"u8, classification.FeatureHash);
            json.WriteString("name"u8, classification.Name);
            json.WriteString("value"u8, classification.Value);
            json.WritePropertyName("ranges"u8);
            RangeJson.WriteAll(json, classification);
            json.WriteBoolean("global"u8, classification.IsGlobal);
            json.WriteFinite("confidence"u8, classification.Confidence);
            json.WriteBoolean("manual_annotation"u8, classification.ManualAnnotation);
            json.WriteString("created_by"u8, classification.CreatedBy);
            json.WriteTime("created_at"u8, classification.CreatedAt);
            json.WriteString("last_edited_by"u8, classification.LastEditedBy);
            json.WriteTime("last_edited_at"u8, classification.LastEditedAt);
            AnswerJson.Write(json, "answers"u8, classification.Answers, sayDynamic: false);
        }
    }
}

using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Tests.Lines;

public sealed class ClassificationLines
{
    private static readonly ClassificationsJsonl Format = new();

    [Fact]
    public async Task A_line_says_where_it_holds_and_what_was_answered()
    {
        var classification = new Classification
        {
            ClassificationHash = "c1",
            FeatureHash = "f1",
            Name = "Weather",
            Value = "weather",
            Ranges = [new(0, 4), new(9, 5_000_000_000)],
            Confidence = 0.5,
            ManualAnnotation = false,
            CreatedBy = "ann@example.com",
            CreatedAt = DateTimeOffset.UnixEpoch,
            LastEditedBy = "bob@example.com",
            LastEditedAt = DateTimeOffset.UnixEpoch.AddDays(1),
            Answers = [new("Weather", "weather", "a1", new AnswerValue.Options([new("Rain", "rain", "o1")]), false)],
        };

        var (files, ledger) = await Writing.WriteAsync(Format, new RowEvent.ClassificationRead(classification));

        Assert.Equal(
            """
            {"label_hash":"label-1","branch_name":"main","data_hash":"data-1","data_unit_hash":null,"data_title":"pair",
            "classification_hash":"c1","feature_hash":"f1","name":"Weather","value":"weather","ranges":[[0,4],[9,5000000000]],"global":false,
            "confidence":0.5,"manual_annotation":false,"created_by":"ann@example.com","created_at":"1970-01-01T00:00:00Z",
            "last_edited_by":"bob@example.com","last_edited_at":"1970-01-02T00:00:00Z",
            "answers":[{"name":"Weather","value":"weather","feature_hash":"a1","answer":[{"name":"Rain","value":"rain","feature_hash":"o1"}]}]}
            """.ReplaceLineEndings("") + "\n",
            files.Text("classifications.jsonl"));
        Assert.Equal((1L, 1L), (ledger.In, ledger.Written));
    }

    [Fact]
    public async Task One_without_frames_holds_for_the_whole_data()
    {
        var (files, _) = await Writing.WriteAsync(
            Format, new RowEvent.ClassificationRead(new Classification { ClassificationHash = "c1" }));

        Assert.Contains("\"ranges\":[],\"global\":true,", files.Text("classifications.jsonl"));
    }

    [Fact]
    public async Task Skipped_ones_stand_in_the_ledger_and_annotations_do_not()
    {
        var (_, ledger) = await Writing.WriteAsync(
            Format,
            new RowEvent.ClassificationSkipped(Writing.Finding("EL201")),
            new RowEvent.AnnotationSkipped(Writing.Finding("EL101")));

        Assert.Equal((1L, 0L), (ledger.In, ledger.Written));
        Assert.Equal([new("EL201", 1, "row 3, /0/data_units")], ledger.Skipped);
    }
}

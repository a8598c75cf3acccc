using EncordFunctions.Http.Answers;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Tests.Serving;

public sealed class ExpectedEnds
{
    private static readonly DateTimeOffset Begun = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_rest_takes_as_long_a_row_as_the_rows_before()
    {
        var progress = ExportProgress.Of(Export(rows: 1_000, done: 250), Begun.AddMinutes(5));

        Assert.Equal((250, 0.25), (progress.Done, progress.Share));
        Assert.Equal(Begun.AddMinutes(20).UtcDateTime, progress.Eta);
    }

    [Fact]
    public void No_end_is_told_before_the_number_of_rows_or_the_first_verdict_is_known()
    {
        Assert.Equal((null, null), Told(ExportProgress.Of(Export(rows: null, done: 10), Begun.AddMinutes(1))));
        Assert.Equal((0.0, null), Told(ExportProgress.Of(Export(rows: 10, done: 0), Begun.AddMinutes(1))));
        Assert.Equal((0.5, null), Told(ExportProgress.Of(Export(rows: 10, done: 5), Begun)));
        // A clock that was set back.
        Assert.Equal((0.5, null), Told(ExportProgress.Of(Export(rows: 10, done: 5), Begun.AddHours(-1))));
    }

    [Fact]
    public void No_end_is_told_after_the_last_verdict()
    {
        Assert.Equal((1.0, null), Told(ExportProgress.Of(Export(rows: 10, done: 10), Begun.AddMinutes(1))));
        Assert.Equal((1.0, null), Told(ExportProgress.Of(Export(rows: 0, done: 0) with { FinishedAt = Begun }, Begun.AddMinutes(1))));
    }

    [Fact]
    public void One_row_left_of_many_is_not_all()
    {
        Assert.Equal(0.9999, ExportProgress.Of(Export(rows: 1_000_000, done: 999_999), Begun.AddMinutes(1)).Share);
    }

    private static (double? Share, DateTime? Eta) Told(ExportProgress progress) => (progress.Share, progress.Eta);

    private static ExportSummary Export(int? rows, long done) => new()
    {
        Id = ExportId.Of("exports", "a.zip", "1"),
        Blob = "a.zip",
        Status = ExportStatus.Processing,
        Formats = "none",
        Rows = rows,
        Verdicts = new VerdictCounts(done, 0, 0, 0),
        StartedAt = Begun,
    };
}

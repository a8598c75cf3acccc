using EncordFunctions.Pipeline;

namespace EncordFunctions.Http.Answers;

/// <summary>How far an export has come.</summary>
/// <param name="Done">How many of its rows have a verdict.</param>
/// <param name="Share">Which part of them that is, from 0 to 1; null while it is not known how many there are.</param>
/// <param name="Eta">When the rest will have one, if all goes on as it did; null where that can't be said.</param>
internal sealed record ExportProgress(long Done, double? Share, DateTime? Eta)
{
    private const double Digits = 10_000;

    public static ExportProgress Of(ExportSummary export, DateTimeOffset now)
    {
        var done = export.Verdicts.Total;
        return new ExportProgress(done, export.Rows is { } rows ? Part(done, rows) : null, Expected(export, done, now));
    }

    // Cut, not rounded: 1 is said when nothing is left.
    private static double Part(long done, int rows) => rows == 0 ? 1 : Math.Floor(Digits * done / rows) / Digits;

    // Rows are processed from the first entry on that is unpacked, so the pace is that since the beginning.
    private static DateTime? Expected(ExportSummary export, long done, DateTimeOffset now)
    {
        if (export.FinishedAt is not null || export.Rows is not { } rows || done == 0 || done >= rows || now <= export.StartedAt) return null;
        var seconds = (now - export.StartedAt).TotalSeconds / done * (rows - done);
        return now.UtcDateTime.AddSeconds(Math.Ceiling(seconds));
    }
}

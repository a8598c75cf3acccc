using System.Globalization;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>Counts of days as columns: a column a day, a month or a year, whichever there is room for.</summary>
/// <param name="days">The days, ascending, with their counts; at least one.</param>
internal sealed class Calendar(IReadOnlyList<(DateOnly Day, long Count)> days)
{
    private const int MostColumns = 92;

    private readonly DateOnly _first = days[0].Day;
    private readonly DateOnly _last = days[^1].Day;

    /// <summary>The columns from the first day to the last, those without a count included; of more years than there is room for the last ones.</summary>
    public IReadOnlyList<(string Tick, string Name, long Count)> Columns()
    {
        var (format, next) = Step();
        var counts = days.GroupBy(one => Name(one.Day, format)).ToDictionary(static same => same.Key, static same => same.Sum(static one => one.Count));
        var names = new List<string>();
        for (var at = _first; ; at = next(at))
        {
            names.Add(Name(at, format));
            if (names[^1] == Name(_last, format)) break;
        }
        var shown = names.TakeLast(MostColumns).ToArray();
        return [.. shown.Select((name, i) => (i == 0 || i == shown.Length - 1 ? name : "", name, counts.GetValueOrDefault(name)))];
    }

    private (string Format, Func<DateOnly, DateOnly> Next) Step()
    {
        if (_last.DayNumber - _first.DayNumber < MostColumns) return ("yyyy-MM-dd", static at => at.AddDays(1));
        if (((_last.Year - _first.Year) * 12) + _last.Month - _first.Month < MostColumns)
            return ("yyyy-MM", static at => new DateOnly(at.Year, at.Month, 1).AddMonths(1));
        return ("yyyy", static at => new DateOnly(at.Year + 1, 1, 1));
    }

    private static string Name(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}

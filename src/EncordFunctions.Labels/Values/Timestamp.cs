using System.Buffers.Text;

namespace EncordFunctions.Labels.Values;

/// <summary>
/// Reads the dates of an export, all to UTC. Known forms: <c>2023-10-02 13:53:03</c>, ISO 8601 with or without zone and fraction,
/// RFC 1123 with <c>GMT</c>, <c>UTC</c> or no zone, and JavaScript's <c>Thu Feb 09 2023 14:12:03 GMT+0600 (...)</c>.
/// </summary>
/// <remarks>
/// No zone means UTC. The weekday is not checked: real ones do not always match. The vendor's SDK reads the JavaScript form with its sign
/// turned round; here GMT+0600 is six hours ahead of UTC, as a browser means it.
/// </remarks>
internal static class Timestamp
{
    /// <summary>Reads <paramref name="text"/>; false where it is in none of the known forms.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset utc)
    {
        text = text.Trim(" \t"u8);
        var digits = text.Length > 4 && text[4] == '-' && IsDigit(text[0]);
        return digits ? TryReadIso(text, out utc) : TryReadNamed(text, out utc);
    }

    private static bool TryReadIso(ReadOnlySpan<byte> text, out DateTimeOffset utc)
    {
        utc = default;
        if (text.Length < 10 || text[7] != '-' || !TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..10], out var day))
            return false;
        text = text[10..];
        if (text.IsEmpty) return TryMake(year, month, day, default, 0, 0, out utc);
        if (text[0] is not ((byte)' ' or (byte)'T' or (byte)'t') || !TryTime(text[1..], out var time, out var length)) return false;
        text = text[(1 + length)..];
        return TryFraction(ref text, out var ticks) && TryZone(text.TrimStart((byte)' '), out var minutes)
            && TryMake(year, month, day, time, ticks, minutes, out utc);
    }

    /// <summary>RFC 1123 (<c>Wed, 28 May 2025 08:51:53 GMT</c>) and JavaScript (<c>Wed May 28 2025 08:51:53 GMT+0100</c>).</summary>
    private static bool TryReadNamed(ReadOnlySpan<byte> text, out DateTimeOffset utc)
    {
        utc = default;
        var word = NextWord(ref text);
        if (!word.IsEmpty && !IsDigit(word[0])) word = NextWord(ref text);
        // Either day and month, or month and day.
        var month = MonthOf(word);
        var dayWord = month == 0 ? word : NextWord(ref text);
        if (month == 0) month = MonthOf(NextWord(ref text));
        if (month == 0 || !TryDigits(dayWord.TrimEnd((byte)','), out var day) || !TryDigits(NextWord(ref text), out var year)) return false;
        return TryTime(text, out var time, out var length) && TryZone(text[length..].TrimStart((byte)' '), out var minutes)
            && TryMake(year, month, day, time, 0, minutes, out utc);
    }

    private static bool TryTime(ReadOnlySpan<byte> text, out TimeSpan time, out int length)
    {
        (time, length) = (default, 0);
        if (text.Length < 5 || text[2] != ':' || !TryDigits(text[..2], out var hours) || !TryDigits(text[3..5], out var minutes)) return false;
        var seconds = 0;
        length = 5;
        if (text.Length > 5 && text[5] == ':')
        {
            if (text.Length < 8 || !TryDigits(text[6..8], out seconds)) return false;
            length = 8;
        }
        time = new TimeSpan(hours, minutes, seconds);
        return hours < 24 && minutes < 60 && seconds < 60;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text[0] is not ((byte)'.' or (byte)',')) return true;
        var at = 1;
        for (long unit = TimeSpan.TicksPerSecond / 10; at < text.Length && IsDigit(text[at]); at++, unit /= 10)
            ticks += (text[at] - '0') * unit;
        text = text[at..];
        return at > 1;
    }

    private static bool TryZone(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.StartsWith("GMT"u8) || text.StartsWith("UTC"u8)) text = text[3..];
        else if (text.StartsWith("Z"u8) || text.StartsWith("z"u8)) text = text[1..];
        if (text.IsEmpty) return true;
        // JavaScript adds the zone's name in brackets, in the language of the browser.
        if (text[0] == ' ' && text.IndexOf((byte)'(') == 1) return true;
        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length < 3 || !TryDigits(text[1..3], out var hours)) return false;
        var rest = text[3..];
        if (!rest.IsEmpty && rest[0] == ':') rest = rest[1..];
        var more = 0;
        if (rest.Length >= 2 && IsDigit(rest[0]))
        {
            if (!TryDigits(rest[..2], out more)) return false;
            rest = rest[2..];
        }
        minutes = ((hours * 60) + more) * (text[0] == '-' ? -1 : 1);
        rest = rest.TrimStart((byte)' ');
        return hours < 15 && more < 60 && (rest.IsEmpty || rest[0] == '(');
    }

    private static bool TryMake(int year, int month, int day, TimeSpan time, long ticks, int zoneMinutes, out DateTimeOffset utc)
    {
        utc = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var local = new DateTime(year, month, day).Ticks + time.Ticks + ticks - (zoneMinutes * TimeSpan.TicksPerMinute);
        if (local < DateTime.MinValue.Ticks || local > DateTime.MaxValue.Ticks) return false;
        utc = new DateTimeOffset(local, TimeSpan.Zero);
        return true;
    }

    private static ReadOnlySpan<byte> NextWord(ref ReadOnlySpan<byte> text)
    {
        text = text.TrimStart((byte)' ');
        var end = text.IndexOf((byte)' ');
        var word = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return word;
    }

    private static int MonthOf(ReadOnlySpan<byte> word)
    {
        if (word.Length < 3) return 0;
        var at = "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(word[..3]);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : 0;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number) =>
        Utf8Parser.TryParse(text, out number, out var used) && used == text.Length && IsDigit(text[0]);

    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;
}

using System.Globalization;

namespace EncordFunctions.Pipeline.Tests.Running.Memory;

/// <summary>A service's clock, and the stamps of its writes, of which no two are the same.</summary>
internal sealed class ServiceTime(TimeProvider clock)
{
    private long _last;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The time as headers tell it.</summary>
    public static string Text(DateTimeOffset time) => time.ToString("r", CultureInfo.InvariantCulture);

    public DateTimeOffset NextStamp()
    {
        _last = Math.Max(_last + 1, Now.UtcTicks);
        return new DateTimeOffset(_last, TimeSpan.Zero);
    }
}

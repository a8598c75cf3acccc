using System.Globalization;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>Numbers of bytes, for people.</summary>
internal static class ByteSize
{
    public static string Show(long bytes) => bytes switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.#} GiB"),
        >= 1L << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 20):0.#} MiB"),
        _ => $"{bytes} bytes",
    };
}

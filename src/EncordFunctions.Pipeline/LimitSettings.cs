using System.Globalization;
using EncordFunctions.Pipeline.Zip;
using Microsoft.Extensions.Configuration;

namespace EncordFunctions.Pipeline;

/// <summary>
/// Reads what an upload may ask for from <c>Limits:Entries</c>, <c>Limits:EntryGiB</c>, <c>Limits:TotalGiB</c> and <c>Limits:Ratio</c>: whole numbers
/// from 1 on. What isn't set is as in <see cref="ArchiveLimits.Default"/>.
/// </summary>
public static class LimitSettings
{
    internal const string Entries = "Entries";
    internal const string EntryGiB = "EntryGiB";
    internal const string TotalGiB = "TotalGiB";
    internal const string Ratio = "Ratio";

    private const string Section = "Limits";
    private const long GiB = 1L << 30;

    // A directory takes that much for an entry with a long name and all its extra fields.
    private const long DirectoryBytesPerEntry = 2_048;

    // More than any storage holds, and its bytes can still be counted.
    private const long Most = 1L << 30;

    /// <summary>The limits that are set.</summary>
    /// <exception cref="UnusableSettingException">A setting is no whole number from 1 on.</exception>
    public static ArchiveLimits Read(IConfiguration configuration)
    {
        var standing = ArchiveLimits.Default;
        var entries = Number(configuration, Entries, standing.Entries);
        return new ArchiveLimits
        {
            Entries = entries,
            DirectoryBytes = Math.Max(standing.DirectoryBytes, entries * DirectoryBytesPerEntry),
            EntryBytes = GiB * Number(configuration, EntryGiB, standing.EntryBytes / GiB),
            ArchiveBytes = GiB * Number(configuration, TotalGiB, standing.ArchiveBytes / GiB),
            Ratio = Number(configuration, Ratio, standing.Ratio),
        };
    }

    /// <summary>How an issue says that a limit may be raised.</summary>
    /// <param name="name">Which one.</param>
    internal static string Raise(string name) => $"Split the export, or raise the setting {new Setting(Section, name)}.";

    private static long Number(IConfiguration configuration, string name, long standing)
    {
        var setting = new Setting(Section, name);
        if (setting.Read(configuration) is not { } text) return standing;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most
            ? number
            : throw setting.Unusable(text, $"Give a whole number from 1 to {Most}.");
    }
}

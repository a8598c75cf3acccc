using EncordFunctions.Pipeline.Tests.Zip;
using EncordFunctions.Pipeline.Zip;
using Microsoft.Extensions.Configuration;

namespace EncordFunctions.Pipeline.Tests;

public sealed class LimitSettingsTests
{
    private static readonly RawEntry Entry = new("a.json", new byte[10_000]);

    [Fact]
    public void What_is_not_set_is_the_default() => Assert.Equal(ArchiveLimits.Default, Read());

    [Fact]
    public void What_is_set_holds()
    {
        var limits = Read(("Entries", "1000000"), ("EntryGiB", " 64 "), ("TotalGiB", "1"), ("Ratio", "1032"));

        Assert.Equal((1_000_000, 64L << 30, 1L << 30, 1_032), (limits.Entries, limits.EntryBytes, limits.ArchiveBytes, limits.Ratio));
        Assert.True(limits.DirectoryBytes > ArchiveLimits.Default.DirectoryBytes, "a larger directory goes with more entries");
    }

    [Theory]
    [InlineData("Entries", "0")]
    [InlineData("EntryGiB", "-1")]
    [InlineData("TotalGiB", "1.5")]
    [InlineData("Ratio", "many")]
    [InlineData("TotalGiB", "9999999999")]
    [InlineData("EntryGiB", "32 GiB")]
    public void A_value_that_can_not_be_is_one_line_that_names_the_setting(string name, string value)
    {
        var exception = Assert.Throws<UnusableSettingException>(() => Read((name, value)));

        Assert.Equal($"The setting Limits__{name} can't be '{value}'. Give a whole number from 1 to 1073741824.", exception.Message);
    }

    [Fact]
    public async Task An_issue_that_a_limit_raises_names_the_setting_that_raises_the_limit()
    {
        var two = new RawZip(Entry, Entry with { RawName = [.. "b.json"u8] });

        await Names("Entries", new ArchiveLimits { Entries = 1 });
        await Names("Entries", new ArchiveLimits { DirectoryBytes = 50 });
        await Names("EntryGiB", new ArchiveLimits { EntryBytes = 9_999 });
        await Names("TotalGiB", new ArchiveLimits { ArchiveBytes = 19_999 });
        await Names("Ratio", new ArchiveLimits { Ratio = 2, RatioFreeBytes = 9_999 });
        await Names("Ratio", new ArchiveLimits { Ratio = 2, RatioFreeBytes = 19_999 });

        async Task Names(string setting, ArchiveLimits limits) => Assert.EndsWith(
            $"Split the export, or raise the setting Limits__{setting}.", (await Unzipped.OfAsync(two, limits)).Rejection!.Message, StringComparison.Ordinal);
    }

    private static ArchiveLimits Read(params (string Name, string Value)[] settings) => LimitSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(static setting => new KeyValuePair<string, string?>($"Limits:{setting.Name}", setting.Value)))
        .Build());
}

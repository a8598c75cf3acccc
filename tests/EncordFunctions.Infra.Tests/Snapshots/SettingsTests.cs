using System.Text.RegularExpressions;
using EncordFunctions.Infra.Tests.Code;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Infra.Tests.Snapshots;

public sealed partial class SettingsTests
{
    // What the Functions host reads and no code of ours.
    private static readonly string[] OfTheHost =
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AzureWebJobsStorage__credential"];

    // What only a machine without identities has: the storage's connection string.
    private static readonly string[] OfALaptop = ["AzureWebJobsStorage"];

    /// <summary>What the app is given, whatever a deployment chooses.</summary>
    internal static IReadOnlyList<string> Given { get; } = [.. Keys(Expression(Snapshot.Public)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_setting_that_the_code_reads_is_given()
    {
        Assert.Equal([], ReadSettings.All.Except(OfALaptop).Except(Given));
    }

    [Fact]
    public void No_setting_is_given_that_nothing_reads()
    {
        Assert.Equal([], Given.Except(ReadSettings.All).Except(OfTheHost));
    }

    [Fact]
    public void The_key_of_hashes_is_given_only_where_there_is_one()
    {
        Assert.Contains(
            "if(empty(parameters('privacyKey')), createObject(), createObject('Privacy__Key', parameters('privacyKey')))",
            Expression(Snapshot.Public),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_choice_of_derivatives_reaches_the_app()
    {
        Assert.Contains("'Derivatives', 'coco,report'", Expression(Snapshot.Private), StringComparison.Ordinal);
        Assert.Contains("'Derivatives', ''", Expression(Snapshot.Public), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("privacyUrls", "Privacy:Urls", "keep, strip, hash, drop")]
    [InlineData("privacyEmails", "Privacy:Emails", "keep, hash, drop")]
    [InlineData("privacyPatientIds", "Privacy:PatientIds", "keep, hash, drop")]
    public void Every_word_that_a_deployment_may_choose_is_one_that_the_app_takes(string parameter, string setting, string words)
    {
        var allowed = Repository.Text("infra/main.bicep").Split($"param {parameter} ")[0].Split("@allowed([")[^1].Split("])")[0];

        Assert.Equal(words, allowed.Replace("'", "", StringComparison.Ordinal));
        Assert.All(words.Split(", "), word => ReadSettings.Start(new(setting, word), new("Privacy:Key", "a-secret")));
        Assert.ThrowsAny<Exception>(() => ReadSettings.Start(new KeyValuePair<string, string?>(setting, "other")));
    }

    [Fact]
    public void The_limits_that_a_deployment_does_not_choose_are_those_of_the_code()
    {
        var (limits, gib) = (ArchiveLimits.Default, 1L << 30);

        Assert.Contains(
            $"'Limits__Entries', '{limits.Entries}', 'Limits__EntryGiB', '{limits.EntryBytes / gib}', "
            + $"'Limits__TotalGiB', '{limits.ArchiveBytes / gib}', 'Limits__Ratio', '{limits.Ratio}'",
            Expression(Snapshot.Public),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Host_and_worker_use_the_same_identity_by_name_and_no_secret()
    {
        Assert.Contains("'AzureWebJobsStorage__credential', 'managedidentity'", Expression(Snapshot.Public), StringComparison.Ordinal);
        Assert.Contains(
            $"'AzureWebJobsStorage__accountName', '{Snapshot.Public.The("Microsoft.Storage/storageAccounts").Name}'",
            Expression(Snapshot.Public),
            StringComparison.Ordinal);
        Assert.DoesNotContain("listKeys", Expression(Snapshot.Public), StringComparison.OrdinalIgnoreCase);
    }

    // One setting is a secret, so that a snapshot leaves all of them in one expression.
    private static string Expression(Snapshot snapshot) =>
        snapshot.Of("Microsoft.Web/sites/config").Single(config => config.LastName == "appsettings").Text("properties");

    private static IEnumerable<string> Keys(string expression)
    {
        // What the function calls say of resources goes away first, so that every second text of an object's is a key.
        var plain = expression;
        while (Call().Replace(plain, "''") is var inner && inner != plain) plain = inner;
        return CreatedObject().Matches(plain)
            .SelectMany(match => match.Groups["text"].Captures.Where((_, index) => index % 2 == 0))
            .Select(text => text.Value);
    }

    [GeneratedRegex(@"(?:reference|format|resourceId|parameters)\([^()]*\)(?:\.\w+)*")]
    private static partial Regex Call();

    [GeneratedRegex(@"createObject\((?:'(?<text>[^']*)'(?:, )?)*\)")]
    private static partial Regex CreatedObject();
}

using EncordFunctions.Formats.Privacy;
using Microsoft.Extensions.Configuration;

namespace EncordFunctions.Pipeline;

/// <summary>Reads what becomes of private values from <c>Privacy:Urls</c>, <c>Privacy:Emails</c>, <c>Privacy:PatientIds</c> and <c>Privacy:Key</c>.</summary>
internal static class PrivacySettings
{
    private const string Section = "Privacy";

    private static readonly Setting Key = new(Section, "Key");

    private static readonly Dictionary<string, PrivacyRule> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["keep"] = PrivacyRule.Keep,
        ["strip"] = PrivacyRule.Strip,
        ["hash"] = PrivacyRule.Hash,
        ["drop"] = PrivacyRule.Drop,
    };

    /// <exception cref="UnusableSettingException">A setting has a word there is not, or something is to be hashed without a key.</exception>
    public static PrivacyPolicy Read(IConfiguration configuration)
    {
        var urls = Rule(configuration, "Urls", PrivacyRule.Strip, canStrip: true);
        var emails = Rule(configuration, "Emails", PrivacyRule.Keep, canStrip: false);
        var patientIds = Rule(configuration, "PatientIds", PrivacyRule.Keep, canStrip: false);
        var key = Key.Read(configuration);
        if (key is null && (urls, emails, patientIds) is (PrivacyRule.Hash, _, _) or (_, PrivacyRule.Hash, _) or (_, _, PrivacyRule.Hash))
        {
            throw new UnusableSettingException(
                $"The setting {Key} is missing: where something is hashed, set it to a secret, such as 32 random bytes as base64.");
        }
        return new PrivacyPolicy(urls, emails, patientIds, key);
    }

    private static PrivacyRule Rule(IConfiguration configuration, string name, PrivacyRule standing, bool canStrip)
    {
        var setting = new Setting(Section, name);
        if (setting.Read(configuration) is not { } word) return standing;
        if (Words.TryGetValue(word, out var rule) && (canStrip || rule != PrivacyRule.Strip)) return rule;
        throw setting.Unusable(word, $"Choose of {string.Join(", ", Words.Keys.Where(known => canStrip || known != "strip"))}.");
    }
}

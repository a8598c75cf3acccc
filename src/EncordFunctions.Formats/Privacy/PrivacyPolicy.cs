using System.Security.Cryptography;
using System.Text;
using EncordFunctions.Labels.Privacy;

namespace EncordFunctions.Formats.Privacy;

/// <summary>
/// What tables and derivatives get of the private values of an export: links, which may be signed; e-mail addresses of those who label; ids of
/// patients. Logs, traces, issues and reports get none of them, whatever it says.
/// </summary>
public sealed class PrivacyPolicy
{
    private const int HashBytes = 8;

    private readonly PrivacyRule _urls;
    private readonly PrivacyRule _emails;
    private readonly PrivacyRule _patientIds;
    private readonly byte[] _key;

    /// <summary>Makes a policy.</summary>
    /// <param name="urls">What becomes of links.</param>
    /// <param name="emails">What becomes of e-mail addresses; they can't be stripped.</param>
    /// <param name="patientIds">What becomes of patient ids; they can't be stripped.</param>
    /// <param name="key">What hashes are made with: whoever has it can tell whether a hash is somebody's.</param>
    /// <exception cref="ArgumentException">Something is to be hashed and there is no key.</exception>
    public PrivacyPolicy(PrivacyRule urls, PrivacyRule emails, PrivacyRule patientIds, string? key)
    {
        if (string.IsNullOrEmpty(key) && (urls == PrivacyRule.Hash || emails == PrivacyRule.Hash || patientIds == PrivacyRule.Hash))
            throw new ArgumentException("Without a key nothing can be hashed.", nameof(key));
        (_urls, _emails, _patientIds) = (urls, emails, patientIds);
        _key = Encoding.UTF8.GetBytes(key ?? "");
    }

    /// <summary>Links lose what they are signed with; everything else stays.</summary>
    public static PrivacyPolicy Default { get; } = new(PrivacyRule.Strip, PrivacyRule.Keep, PrivacyRule.Keep, null);

    /// <summary>What is left of a link. Its hash is that of its path: a link is signed anew in every export.</summary>
    public string? Url(string? link) => Of(PrivateKind.Url, link);

    /// <summary>What is left of an e-mail address, or of whatever stands for who did something.</summary>
    public string? Email(string? address) => Of(PrivateKind.Email, address);

    /// <summary>What is left of the id of a patient.</summary>
    public string? PatientId(string? id) => Of(PrivateKind.PatientId, id);

    /// <summary>What is left of a JSON text that may hold any of them.</summary>
    public string? Json(string? json) => json is null ? null : PrivateJson.Without(json, this);

    internal PrivacyRule RuleOf(PrivateKind kind) => kind switch
    {
        PrivateKind.Url => _urls,
        PrivateKind.Email => _emails,
        _ => _patientIds,
    };

    internal string? Of(PrivateKind kind, string? value) => string.IsNullOrEmpty(value) ? value : RuleOf(kind) switch
    {
        PrivacyRule.Keep => value,
        PrivacyRule.Strip => Link.Bare(value),
        PrivacyRule.Hash => Hash(kind, kind switch
        {
            PrivateKind.Url => Link.Bare(value),
            PrivateKind.Email => value.Trim().ToLowerInvariant(),
            _ => value.Trim(),
        }),
        _ => null,
    };

    private string Hash(PrivateKind kind, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{kind}\n{value}")).AsSpan(0, HashBytes));
}

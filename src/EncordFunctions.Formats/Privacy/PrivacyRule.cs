namespace EncordFunctions.Formats.Privacy;

/// <summary>What tables and derivatives get of a private value.</summary>
public enum PrivacyRule
{
    /// <summary>The value as it stands.</summary>
    Keep,

    /// <summary>Of a link, what is left without user info, query and fragment.</summary>
    Strip,

    /// <summary>A keyed hash: the same value has the same one in all rows and exports.</summary>
    Hash,

    /// <summary>Nothing.</summary>
    Drop,
}

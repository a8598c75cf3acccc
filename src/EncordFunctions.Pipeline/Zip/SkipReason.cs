namespace EncordFunctions.Pipeline.Zip;

/// <summary>Why an entry is not read. Every skipped entry is counted under its reason.</summary>
public enum SkipReason
{
    /// <summary>It is a folder.</summary>
    Folder,

    /// <summary>macOS added it: <c>__MACOSX/</c> or a <c>._</c> file.</summary>
    MacMetadata,

    /// <summary>It is a symbolic link, whatever its name.</summary>
    Link,

    /// <summary>Its name doesn't end in <c>.json</c>.</summary>
    NotJson,
}

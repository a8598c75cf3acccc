namespace EncordFunctions.Pipeline.Zip;

/// <summary>The general purpose flags that matter here.</summary>
[Flags]
internal enum ZipFlags
{
    None = 0,
    Encrypted = 1 << 0,
    SizesFollow = 1 << 3,
    StronglyEncrypted = 1 << 6,
    Utf8 = 1 << 11,
    MaskedDirectory = 1 << 13,
    AnyEncryption = Encrypted | StronglyEncrypted | MaskedDirectory,
}

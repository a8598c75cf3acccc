namespace EncordFunctions.Pipeline.Zip;

/// <summary>The compression methods of the zip specification, so that an unsupported one can be named.</summary>
internal static class ZipMethods
{
    public const int Stored = 0;
    public const int Deflate = 8;
    public const int Aes = 99;

    public static string Name(int method) => method switch
    {
        1 => "shrink (1)",
        6 => "implode (6)",
        9 => "deflate64 (9)",
        12 => "bzip2 (12)",
        14 => "LZMA (14)",
        93 => "zstd (93)",
        95 => "xz (95)",
        98 => "PPMd (98)",
        _ => $"number {method}",
    };
}

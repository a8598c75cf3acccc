using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace EncordFunctions.Http.Requests;

/// <summary>
/// Where a page begins, as it stands in a URL: what the storage says, which holds any character, and before it a check sum over that and over
/// the list it is of. The storage takes any text for a beginning, so without it a token that was cut, or is of another list, would give some
/// page or none and say nothing.
/// </summary>
internal static class PageToken
{
    private const int SumBytes = 6;

    // Two keys, each of 512 characters at most, in an encoding of the storage's own.
    private const int MostChars = 8_000;

    /// <summary>The token of the page that begins there.</summary>
    public static string Of(string next, string list)
    {
        var text = Encoding.UTF8.GetBytes(next);
        return Base64Url.EncodeToString([.. Sum(text, list), .. text]);
    }

    /// <summary>Where the page begins; false where the token is none of this list.</summary>
    public static bool TryRead(string token, string list, [NotNullWhen(true)] out string? from)
    {
        from = null;
        if (token.Length > MostChars || !Base64Url.IsValid(token)) return false;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= SumBytes || !bytes.AsSpan(0, SumBytes).SequenceEqual(Sum(bytes.AsSpan(SumBytes), list))) return false;
        from = Encoding.UTF8.GetString(bytes.AsSpan(SumBytes));
        return true;
    }

    private static ReadOnlySpan<byte> Sum(ReadOnlySpan<byte> text, string list) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(list), 0, .. text]).AsSpan(0, SumBytes);
}

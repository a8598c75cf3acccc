using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace EncordFunctions.Http.Requests;

/// <summary>Where a page begins, as it stands in a URL: what the storage says, which holds any character, in base64url.</summary>
internal static class PageToken
{
    // Two keys, each of 512 characters at most, in an encoding of the storage's own.
    private const int MostChars = 8_000;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The token of the page that begins there; null where no page does.</summary>
    public static string? Of(string? next) => next is null ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(next));

    public static bool TryDecode(string token, [NotNullWhen(true)] out string? from)
    {
        from = null;
        if (token.Length is 0 or > MostChars || !Base64Url.IsValid(token)) return false;
        try
        {
            from = Strict.GetString(Base64Url.DecodeFromChars(token));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        return from.Length > 0 && !from.Any(char.IsControl);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EncordFunctions.Pipeline.Storage;

/// <summary>
/// Text of an export as part of a table key. Object hashes hold '/' and '+', and nothing says what else a hash may hold: letters, digits,
/// '-', '.' and '~' stand as they are, every other byte of the UTF-8 text is '_' and two hex digits. Two texts never share a key.
/// </summary>
internal static class TableKey
{
    /// <summary>A part of a key never exceeds this, so that three parts and what joins them fit a key.</summary>
    public const int PartChars = 160;

    /// <summary>Stands for text that is not there, which no text becomes.</summary>
    public const string Missing = "_";

    // Two escape signs in a row can't come from escaping.
    private const string HashMark = "__";
    private const int HashChars = 64;

    /// <summary>The key of a text; reversible unless it is too long for a key, where its end is a hash of the whole.</summary>
    public static string Encode(string? text)
    {
        if (text is null) return Missing;
        var key = new StringBuilder(text.Length + 8);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'~') key.Append((char)b);
            else key.Append('_').Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }
        if (key.Length <= PartChars) return key.ToString();

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)));
        key.Length = PartChars - HashMark.Length - HashChars;
        return key.Append(HashMark).Append(hash).ToString();
    }

    /// <summary>The key of an identity that has two parts.</summary>
    public static string Join(string? first, string? second) => $"{Encode(first)}|{Encode(second)}";
}

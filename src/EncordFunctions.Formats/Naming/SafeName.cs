using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace EncordFunctions.Formats.Naming;

/// <summary>
/// What stands for a hash in a path: itself, '/' as '_' and '+' as '-'. A hash that is empty, longer than 64, <c>.</c> or <c>..</c>, or has
/// other characters than base64, '.', '_' and '-' is never part of a path: '~' and the first 16 hex digits of its SHA-256 stand for it.
/// </summary>
internal static class SafeName
{
    private const int LongestHash = 64;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=._-");

    public static string Of(string hash) =>
        hash.Length is > 0 and <= LongestHash && hash is not ("." or "..") && !hash.AsSpan().ContainsAnyExcept(Plain)
            ? hash.Replace('/', '_').Replace('+', '-')
            : "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash)).AsSpan(0, 8));
}

using System.Security.Cryptography;
using System.Text;

namespace EncordFunctions.Local.Sample;

/// <summary>Ids in the vendor's two forms, made from text so that the same sample has the same ids everywhere.</summary>
internal static class Hashes
{
    /// <summary>Eight characters of the base64 alphabet, '+' and '/' among them, as the vendor names instances and classes.</summary>
    public static string Short(string of) => Convert.ToBase64String(Digest(of).AsSpan(0, 6));

    /// <summary>A uuid, as the vendor names rows, files and datasets.</summary>
    public static string Long(string of)
    {
        var bytes = Digest(of).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    private static byte[] Digest(string of) => SHA256.HashData(Encoding.UTF8.GetBytes(of));
}

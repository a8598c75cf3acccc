using System.Globalization;
using System.Text;
using CsCheck;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Tests.Storage;

public sealed class TableKeyTests
{
    [Theory]
    [InlineData("OFX2jzwE", "OFX2jzwE")]
    [InlineData("a/b+c", "a_2fb_2bc")]
    [InlineData("a_2f", "a_5f2f")]
    [InlineData("5d2a6c2e-8a2c-4a4f", "5d2a6c2e-8a2c-4a4f")]
    [InlineData("", "")]
    [InlineData("ü", "_c3_bc")]
    public void A_hash_stays_readable_and_loses_what_keys_forbid(string text, string key) => Assert.Equal(key, TableKey.Encode(text));

    [Fact]
    public void What_is_missing_is_not_what_is_empty_nor_an_underscore()
    {
        Assert.Equal("_", TableKey.Encode(null));
        Assert.Equal(3, new[] { TableKey.Encode(null), TableKey.Encode(""), TableKey.Encode("_") }.Distinct().Count());
    }

    [Fact]
    public void Any_text_comes_back_from_its_key() => Gen.String.Where(IsWellFormed).Sample(
        text =>
        {
            var key = TableKey.Encode(text);
            StorageLimits.Check(new Azure.Data.Tables.TableEntity("p", key));
            return key.Length < TableKey.PartChars ? TryDecode(key, out var back) && back == text : key.Length <= TableKey.PartChars;
        },
        iter: 5_000);

    [Fact]
    public void Two_texts_never_share_a_key() => Gen.Select(Gen.String[Gen.Char["ab/_+~2f"], 0, 6], Gen.String[Gen.Char["ab/_+~2f"], 0, 6]).Sample(
        (a, b) => (a == b) == (TableKey.Encode(a) == TableKey.Encode(b)), iter: 20_000);

    [Fact]
    public void A_joined_key_says_where_its_first_part_ends()
    {
        Assert.NotEqual(TableKey.Join("a", "b|c"), TableKey.Join("a|b", "c"));
        Assert.NotEqual(TableKey.Join("a", null), TableKey.Join("a", ""));
    }

    [Fact]
    public void A_text_too_long_for_a_key_keeps_its_beginning_and_differs_by_its_end()
    {
        var fits = new string('x', TableKey.PartChars);
        Assert.Equal(fits, TableKey.Encode(fits));

        var first = TableKey.Encode(fits + "1");
        var second = TableKey.Encode(fits + "2");
        Assert.Equal(TableKey.PartChars, first.Length);
        Assert.StartsWith(fits[..50], first, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
        Assert.False(TryDecode(first, out _));
    }

    // A key is reversible; nothing in the pipeline needs to, as every entity carries its hash.
    private static bool TryDecode(string key, out string? text)
    {
        text = null;
        var bytes = new List<byte>(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != '_')
            {
                bytes.Add((byte)key[i]);
                continue;
            }
            if (i + 2 >= key.Length || !byte.TryParse(key.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
                return false;
            bytes.Add(b);
            i += 2;
        }
        text = Encoding.UTF8.GetString([.. bytes]);
        return true;
    }

    // Half a surrogate pair has no UTF-8; JSON text never holds one once it was read.
    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(static rune => rune.Value != 0xFFFD);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Json;

public sealed class JsonReading
{
    private static readonly byte[] Rich = Encoding.UTF8.GetBytes(RichRow.Of());

    [Fact]
    public void The_validator_accepts_exactly_what_the_library_accepts()
    {
        var alphabet = "{}[]\",:\\ue0123456789-+.Etrufalsn \n\t\u0001"u8.ToArray();
        Gen.Select(Gen.Int[0, Rich.Length - 1], Gen.Int[0, 5], OneOf(alphabet), Gen.Int[1, 50]).Sample(
            (at, kind, value, chunk) =>
            {
                byte[] mutant = kind switch
                {
                    0 => [.. Rich[..at], value, .. Rich[(at + 1)..]],
                    1 => [.. Rich[..at], value, .. Rich[at..]],
                    2 => [.. Rich[..at], .. Rich[(at + 1)..]],
                    3 => Rich[..at],
                    4 => [.. Rich[at..]],
                    _ => [.. Rich, value],
                };
                Assert.Equal(IsJson(mutant), InPieces.Validate(mutant, chunk).Fault is null);
            },
            iter: 5_000);
    }

    [Fact]
    public void Where_the_bytes_are_cut_changes_neither_verdict_nor_offset()
    {
        var alphabet = "{}[]\",:\\u0.-eE "u8.ToArray();
        Gen.Select(OneOf(alphabet).Array[0, 12], Gen.Int[1, 4]).Sample(
            (bytes, chunk) =>
            {
                var whole = InPieces.Validate(bytes, bytes.Length + 1).Fault;
                Assert.Equal(whole?.Offset, InPieces.Validate(bytes, chunk).Fault?.Offset);
                Assert.Equal(IsJson(bytes), whole is null);
            },
            iter: 20_000);
    }

    [Fact]
    public void A_value_ends_where_the_library_says_it_ends()
    {
        var text = OneOf("", "a", "\\\"", "\\\\", "}", "[", "\\u0041", "long enough to fill more than one block of sixty-four bytes, quotes aside, yes");
        var scalar = Gen.OneOf(text.Select(value => $"\"{value}\""), OneOf("1", "-0.5e+3", "true", "null"));
        var value = Gen.Recursive<string>((depth, inner) => depth > 4 ? scalar : Gen.OneOf(
            scalar,
            inner.Array[0, 5].Select(items => $"[{string.Join(",", items)}]"),
            Gen.Select(text, inner).Array[0, 5].Select(members => $"{{{string.Join(" , ", members.Select(member => $"\"{member.Item1}\": {member.Item2}"))}}}")));
        Gen.Select(value, Gen.Int[1, 90]).Sample((json, chunk) =>
        {
            var bytes = Encoding.UTF8.GetBytes($"{json} , {json}]");
            var (scanner, at, length) = (new ValueScanner(), 0, -1);
            while (length < 0)
            {
                var piece = bytes.AsSpan(at, Math.Min(chunk, bytes.Length - at));
                var end = scanner.Push(piece);
                if (end >= 0) length = at + end;
                at += piece.Length;
            }
            Assert.Equal(Encoding.UTF8.GetByteCount(json), length);
        });
    }

    [Fact]
    public void Numbers_are_read_as_the_library_reads_them()
    {
        var number = Gen.OneOf(
            Gen.Double[-2, 2].Select(value => value.ToString("R", CultureInfo.InvariantCulture)),
            Gen.Double.Where(double.IsFinite).Select(value => value.ToString("R", CultureInfo.InvariantCulture)),
            Gen.Double[0, 1].Select(value => value.ToString("0.0000", CultureInfo.InvariantCulture)),
            Gen.Long.Select(value => value.ToString(CultureInfo.InvariantCulture)),
            Gen.Select(Gen.Int[0, 9].Array[1, 30], Gen.Int[0, 9].Array[1, 30]).Select(parts => $"{string.Concat(parts.Item1).TrimStart('0')}0.{string.Concat(parts.Item2)}"),
            OneOf("-0", "0", "1e400", "-1E400", "1e-400", "9007199254740993", "0.1e1"));
        number.Sample(text =>
        {
            var read = JsonNumber.Read(Encoding.UTF8.GetBytes($"{text},"), out var length);
            Assert.Equal(BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(read));
            Assert.Equal(text.Length, length);
        });
    }

    [Fact]
    public void Texts_are_decoded_as_the_library_decodes_them()
    {
        Gen.String.Sample(text =>
        {
            // Halves of surrogate pairs are replaced here and refused there.
            var clean = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            var raw = JsonEncodedText.Encode(clean).EncodedUtf8Bytes;
            Assert.Equal(clean, new Utf8Strings().Get(raw, escaped: true));
        });
    }

    [Fact]
    public void Pooled_texts_are_the_same_string_and_the_right_one()
    {
        var strings = new Utf8Strings();
        Gen.String[0, 120].Array[1, 50].Sample(
            texts =>
            {
                foreach (var text in texts.Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))))
                {
                    var pooled = strings.Get(Encoding.UTF8.GetBytes(text));
                    Assert.Equal(text, pooled);
                    if (text.Length < 24) Assert.Same(pooled, strings.Get(Encoding.UTF8.GetBytes(text)));
                }
            },
            threads: 1);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool IsJson(byte[] bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            while (reader.Read())
            {
            }
            return bytes.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

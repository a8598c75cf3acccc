using System.Text;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Tests.Json;

/// <summary>What a user is told about bytes that are not JSON: where, what was expected, and what was found.</summary>
public sealed class FaultsInWords
{
    [Theory]
    [InlineData("""{"a":1 "b":2}""", 7, "expected ',' or '}', found '\"'")]
    [InlineData("[1 2]", 3, "expected ',' or ']', found '2'")]
    [InlineData("""{"a" 1}""", 5, "expected ':', found '1'")]
    [InlineData("""{"a":1} !""", 8, "expected nothing more, found '!'")]
    [InlineData("[~]", 1, "expected a value or ']', found '~'")]
    [InlineData("[1,]", 3, "expected a value, found ']'")]
    [InlineData("{1}", 1, "expected a member name or '}', found '1'")]
    [InlineData("""{"a":1,}""", 7, "expected a member name, found '}'")]
    [InlineData("[truE]", 4, "expected true, found 'E'")]
    [InlineData("[trux    ]", 4, "expected true, found 'x'")]
    [InlineData("[falsy   ]", 5, "expected false, found 'y'")]
    [InlineData("[nul     ]", 4, "expected null, found byte 0x20")]
    [InlineData("[- 1]", 2, "expected a digit, found byte 0x20")]
    [InlineData("[1.]", 3, "expected a digit, found ']'")]
    [InlineData("[\u007f]", 1, "expected a value or ']', found byte 0x7f")]
    [InlineData("\u00e9", 0, "expected a value, found byte 0xc3")]
    [InlineData("[\"a\nb\"]", 3, "expected no control character in a text, found byte 0x0a")]
    [InlineData("""["\x"]""", 3, "expected an escape sequence, found 'x'")]
    [InlineData("""["\u"]""", 4, "expected a hexadecimal digit, found '\"'")]
    [InlineData("""["\u0"]""", 5, "expected a hexadecimal digit, found '\"'")]
    [InlineData("""["\u004"]""", 7, "expected a hexadecimal digit, found '\"'")]
    [InlineData("""["\u00g1"]""", 6, "expected a hexadecimal digit, found 'g'")]
    [InlineData("", 0, "the bytes end inside nothing but white space")]
    [InlineData(" \n", 2, "the bytes end inside nothing but white space")]
    [InlineData("tru", 3, "the bytes end inside a value")]
    [InlineData("-", 1, "the bytes end inside a value")]
    [InlineData("1.", 2, "the bytes end inside a value")]
    [InlineData("1e+", 3, "the bytes end inside a value")]
    [InlineData("\"a", 2, "the bytes end inside a text")]
    [InlineData("\"\\", 2, "the bytes end inside a text")]
    [InlineData("[\"\\u00", 6, "the bytes end inside a text")]
    [InlineData("{", 1, "the bytes end inside an object")]
    [InlineData("""[{"a":""", 6, "the bytes end inside an object")]
    [InlineData("""{"a":[1""", 7, "the bytes end inside a list")]
    public void The_first_byte_that_cannot_stand_there_is_named_however_it_is_cut(string json, int offset, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        for (var chunk = 1; chunk <= bytes.Length + 1; chunk++)
        {
            var fault = Assert.IsType<JsonFault>(InPieces.Validate(bytes, chunk).Fault);
            Assert.Equal((offset, message), ((int)fault.Offset, fault.Message));
        }
    }

    [Theory]
    [InlineData("[true,false,null]")]
    [InlineData("[ true , false , null ]")]
    [InlineData("true")]
    [InlineData("0")]
    [InlineData("""["\u0041\"\\\/\b\f\n\r\t"]""")]
    [InlineData("""{"":{},"\u0000":[[]]}""")]
    public void What_is_json_has_no_fault_however_it_is_cut(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        for (var chunk = 1; chunk <= bytes.Length; chunk++) Assert.Null(InPieces.Validate(bytes, chunk).Fault);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(1_500)]
    public void A_pointer_shows_512_bytes_of_a_name_however_it_is_cut(int length)
    {
        var name = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        var bytes = Encoding.UTF8.GetBytes($$$"""{"{{{name}}}":{"a":1,"a":x}}""");

        foreach (var chunk in new[] { 1, 7, 100, 257, 400, 1_000, bytes.Length })
            Assert.Equal($"/{name[..Math.Min(512, length)]}/a", InPieces.Validate(bytes, chunk).Fault!.Pointer);
    }
}

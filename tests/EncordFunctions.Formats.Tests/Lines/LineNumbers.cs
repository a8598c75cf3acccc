using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Tests.Coco;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Tests.Lines;

public sealed class LineNumbers
{
    private static readonly Gen<double> Numbers = Gen.OneOf(
        CocoNumbers.Numbers, Gen.Double, Gen.OneOf(0.0, -0.0, 999999999999999, 1e15, 1e15 + 1, -1e15, 1e300, double.MaxValue, double.Epsilon));

    [Fact]
    public void Numbers_in_lines_are_spelt_as_the_runtime_spells_them() => Numbers.Where(double.IsFinite).Array[2, 100].Sample(
        numbers => Assert.Equal(Text(json =>
        {
            json.WriteStartArray();
            foreach (var number in numbers) json.WriteNumberValue(number);
            json.WriteEndArray();
        }), Text(json =>
        {
            json.WriteStartArray();
            foreach (var number in numbers) json.WriteFinite(number);
            json.WriteEndArray();
        })),
        iter: 2_000);

    [Fact]
    public void A_vertex_is_two_numbers_and_null_where_there_is_none() =>
        Assert.Equal("[[1.5,-2],[null,0.1]]", Text(json =>
        {
            json.WriteStartArray();
            json.WriteVertex(new Vertex(1.5, -2));
            json.WriteVertex(new Vertex(double.PositiveInfinity, 0.1));
            json.WriteEndArray();
        }));

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, JsonLines.Options)) write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}

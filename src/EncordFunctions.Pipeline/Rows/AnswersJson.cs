using System.Text;
using System.Text.Json;
using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>The attributes of an object instance as the Objects table shows them.</summary>
internal static class AnswersJson
{
    /// <summary>A list of name and answer of what holds for the whole instance; null where there is none.</summary>
    public static string? Static(IReadOnlyList<AttributeAnswer> attributes) => Write(attributes, dynamic: false, static (writer, attribute) =>
    {
        writer.WriteStartObject();
        writer.WriteString("name", attribute.Name);
        writer.WritePropertyName("answer");
        Write(writer, attribute.Answer);
        writer.WriteEndObject();
    });

    /// <summary>The names of those that change over the frames; their answers stand with each annotation.</summary>
    public static string? DynamicNames(IReadOnlyList<AttributeAnswer> attributes) =>
        Write(attributes, dynamic: true, static (writer, attribute) => writer.WriteStringValue(attribute.Name));

    private static string? Write(IReadOnlyList<AttributeAnswer> attributes, bool dynamic, Action<Utf8JsonWriter, AttributeAnswer> write)
    {
        AttributeAnswer[] some = [.. Flat(attributes).Where(attribute => attribute.Dynamic == dynamic)];
        if (some.Length == 0) return null;
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartArray();
        foreach (var attribute in some) write(writer, attribute);
        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    // With an ontology some are nested under an option; in the row they are not.
    private static IEnumerable<AttributeAnswer> Flat(IEnumerable<AttributeAnswer> attributes)
    {
        foreach (var attribute in attributes)
        {
            yield return attribute;
            if (attribute.Answer is not AnswerValue.Options { Chosen: var chosen }) continue;
            foreach (var nested in chosen.SelectMany(static option => Flat(option.Attributes))) yield return nested;
        }
    }

    private static void Write(Utf8JsonWriter writer, AnswerValue answer)
    {
        switch (answer)
        {
            case AnswerValue.Options { Chosen: var chosen }:
                writer.WriteStartArray();
                foreach (var option in chosen) writer.WriteStringValue(option.Name ?? option.Value ?? option.FeatureHash);
                writer.WriteEndArray();
                break;
            case AnswerValue.Text { Value: var text }:
                writer.WriteStringValue(text);
                break;
            case AnswerValue.Number { Value: var number }:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}

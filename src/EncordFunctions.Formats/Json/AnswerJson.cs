using System.Diagnostics;
using System.Text.Json;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Json;

/// <summary>
/// Attributes with their answers: text, a number, null, or the list of the chosen options. Where an ontology is known, <c>type</c> says which
/// and nested <c>attributes</c> stand with the option they belong to; <c>ranges</c> says where on a range a dynamic answer holds.
/// </summary>
internal static class AnswerJson
{
    /// <param name="json">Where to.</param>
    /// <param name="name">The list's member name.</param>
    /// <param name="answers">The attributes.</param>
    /// <param name="sayDynamic">Whether to say of each if it holds for some frames only; a classification's never do.</param>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<AttributeAnswer> answers, bool sayDynamic)
    {
        json.WritePropertyName(name);
        Write(json, answers, sayDynamic);
    }

    /// <summary>The list alone.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<AttributeAnswer> answers, bool sayDynamic)
    {
        json.WriteStartArray();
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, answer.Name);
            json.WriteString("value"u8, answer.Value);
            json.WriteString("feature_hash"u8, answer.FeatureHash);
            if (answer.Type is { } type) json.WriteString("type"u8, type);
            if (sayDynamic) json.WriteBoolean("dynamic"u8, answer.Dynamic);
            json.WritePropertyName("answer"u8);
            if (answer.Answer is AnswerValue.Options { Chosen: var chosen }) WriteOptions(json, chosen, sayDynamic);
            else WriteSingle(json, answer.Answer);
            if (answer.Ranges.Count > 0)
            {
                json.WriteStartArray("ranges"u8);
                foreach (var (start, end) in answer.Ranges) RangeJson.Write(json, new LabelRange.Span(start, end));
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>An answer that is no choice of options: text, a number, or null.</summary>
    public static void WriteSingle(Utf8JsonWriter json, AnswerValue answer)
    {
        switch (answer)
        {
            case AnswerValue.Text { Value: var text }:
                json.WriteStringValue(text);
                break;
            case AnswerValue.Number { Value: var number }:
                json.WriteFinite(number);
                break;
            case AnswerValue.None:
                json.WriteNullValue();
                break;
            default:
                throw new UnreachableException($"An answer of the kind {answer.GetType().Name} has no JSON.");
        }
    }

    private static void WriteOptions(Utf8JsonWriter json, IReadOnlyList<ChosenOption> chosen, bool sayDynamic)
    {
        json.WriteStartArray();
        foreach (var option in chosen)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, option.Name);
            json.WriteString("value"u8, option.Value);
            json.WriteString("feature_hash"u8, option.FeatureHash);
            if (option.Attributes.Count > 0) Write(json, "attributes"u8, option.Attributes, sayDynamic);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

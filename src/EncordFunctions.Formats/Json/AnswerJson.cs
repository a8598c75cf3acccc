using System.Diagnostics;
using System.Text.Json;
using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Formats.Json;

/// <summary>Attributes with their answers: text, a number, null, or the list of the chosen options.</summary>
internal static class AnswerJson
{
    /// <param name="json">Where to.</param>
    /// <param name="name">The list's member name.</param>
    /// <param name="answers">The attributes.</param>
    /// <param name="sayDynamic">Whether to say of each if it holds for some frames only; a classification's never do.</param>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<AttributeAnswer> answers, bool sayDynamic)
    {
        json.WriteStartArray(name);
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, answer.Name);
            json.WriteString("value"u8, answer.Value);
            json.WriteString("feature_hash"u8, answer.FeatureHash);
            if (sayDynamic) json.WriteBoolean("dynamic"u8, answer.Dynamic);
            json.WritePropertyName("answer"u8);
            Write(json, answer.Answer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, AnswerValue answer)
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
            case AnswerValue.Options { Chosen: var chosen }:
                json.WriteStartArray();
                foreach (var option in chosen)
                {
                    json.WriteStartObject();
                    json.WriteString("name"u8, option.Name);
                    json.WriteString("value"u8, option.Value);
                    json.WriteString("feature_hash"u8, option.FeatureHash);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                break;
            default:
                throw new UnreachableException($"An answer of the kind {answer.GetType().Name} has no JSON.");
        }
    }
}

using System.Text.Json;
using EncordFunctions.Formats.Json;
using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Formats.GeoJson;

/// <summary>
/// Attributes as a flat map of name to answer, nested ones beside their parents: text, a number, null, the name of the one option chosen, or
/// the list of several, which a checklist has always. Of two attributes with one name the later has its feature hash behind it.
/// </summary>
internal sealed class AttributeMap
{
    // Few attributes, so that a look through a list is quicker than a set.
    private readonly List<string> _names = [];

    public void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<AttributeAnswer> answers)
    {
        _names.Clear();
        json.WriteStartObject(name);
        WriteMembers(json, answers);
        json.WriteEndObject();
    }

    private static string NameOf(ChosenOption option) => option.Name ?? option.Value ?? option.FeatureHash ?? "";

    private void WriteMembers(Utf8JsonWriter json, IReadOnlyList<AttributeAnswer> answers)
    {
        foreach (var answer in answers)
        {
            json.WritePropertyName(Unique(answer));
            switch (answer.Answer)
            {
                case AnswerValue.Options { Chosen: [var only] } when answer.Type != "checklist":
                    json.WriteStringValue(NameOf(only));
                    break;
                case AnswerValue.Options { Chosen: var chosen }:
                    json.WriteStartArray();
                    foreach (var option in chosen) json.WriteStringValue(NameOf(option));
                    json.WriteEndArray();
                    break;
                default:
                    AnswerJson.WriteSingle(json, answer.Answer);
                    break;
            }
            if (answer.Answer is not AnswerValue.Options options) continue;
            foreach (var option in options.Chosen) WriteMembers(json, option.Attributes);
        }
    }

    private string Unique(AttributeAnswer answer)
    {
        var name = answer.Name ?? answer.Value ?? answer.FeatureHash ?? "";
        for (var number = 1; _names.Contains(name, StringComparer.Ordinal); number++)
            name = number == 1 ? $"{answer.Name} {answer.FeatureHash}" : $"{answer.Name} {answer.FeatureHash} {number}";
        _names.Add(name);
        return name;
    }
}

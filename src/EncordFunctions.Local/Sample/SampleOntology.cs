using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace EncordFunctions.Local.Sample;

/// <summary>
/// Writes the ontology that rows were labelled by: every class, classification, attribute and option that occurs in them, attributes nested
/// where a row has them flat.
/// </summary>
internal sealed class SampleOntology(Utf8JsonWriter json)
{
    private int _number;

    public static ReadOnlyMemory<byte> Of(IReadOnlyCollection<RowPlan> plans)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
            new SampleOntology(json).Write(plans);
        return bytes.WrittenMemory;
    }

    private void Write(IReadOnlyCollection<RowPlan> plans)
    {
        json.WriteStartObject();
        json.WriteStartArray("objects");
        foreach (var same in plans.SelectMany(plan => plan.Objects).Where(of => of.Shape is not null).GroupBy(of => of.Class))
        {
            var of = same.First();
            json.WriteStartObject();
            json.WriteString("id", Number());
            json.WriteString("name", of.Name);
            json.WriteString("color", of.Color);
            json.WriteString("shape", of.Shape);
            json.WriteString("featureNodeHash", of.FeatureHash);
            Attributes(of.Class, [.. same.SelectMany(one => one.AttributeTree)], same.SelectMany(one => one.DynamicNames).ToHashSet());
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("classifications");
        foreach (var same in plans.SelectMany(plan => plan.Classifications).GroupBy(one => one.Name))
        {
            json.WriteStartObject();
            json.WriteString("id", Number());
            json.WriteString("featureNodeHash", same.First().FeatureHash);
            Attributes(same.Key, [.. same.SelectMany(one => one.Answers)], []);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Attributes(string owner, IReadOnlyCollection<SampleAnswer> answers, HashSet<string> dynamic, string member = "attributes")
    {
        if (answers.Count == 0) return;
        json.WriteStartArray(member);
        foreach (var same in answers.GroupBy(answer => answer.Name))
        {
            var first = same.First();
            json.WriteStartObject();
            json.WriteString("id", Number());
            json.WriteString("name", first.Name);
            json.WriteString("type", first switch
            {
                { IsChecklist: true } => "checklist",
                { Options: not null } => "radio",
                { TextAnswer: not null } => "text",
                _ => "numeric",
            });
            json.WriteBoolean("required", false);
            json.WriteBoolean("dynamic", dynamic.Contains(first.Name));
            json.WriteString("featureNodeHash", SampleAnswer.HashOf(owner, first.Name));
            if (first.Options is not null) Options(owner, [.. same]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Options(string owner, IReadOnlyList<SampleAnswer> same)
    {
        json.WriteStartArray("options");
        foreach (var option in same.SelectMany(answer => answer.Options!).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("id", Number());
            json.WriteString("label", option);
            json.WriteString("value", option.ToLowerInvariant().Replace(' ', '_'));
            json.WriteString("featureNodeHash", SampleAnswer.HashOf(owner, same[0].Name, option));
            Attributes(owner, [.. same.Where(answer => answer.Options!.Contains(option)).SelectMany(answer => answer.Nested)], [], "options");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private string Number() => (++_number).ToString(CultureInfo.InvariantCulture);
}

using System.Text.Json;
using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>Writes <c>object_answers</c>, <c>classification_answers</c> and <c>object_actions</c>.</summary>
internal sealed class AnswersJson(RowPlan plan, Utf8JsonWriter json)
{
    public void Write()
    {
        json.WriteStartObject("object_answers");
        foreach (var of in plan.Objects.Where(of => !of.IsDeleted))
        {
            json.WriteStartObject(of.ObjectHash);
            json.WriteString("objectHash", of.ObjectHash);
            Attributes(of.Class, of.StaticAttributes);
            if (plan.Ranges.Any(range => range.Object == of)) new RangesJson(plan, json).Write(of);
            json.WriteEndObject();
        }
        json.WriteEndObject();

        json.WriteStartObject("classification_answers");
        foreach (var one in plan.Classifications)
            Classification(one);
        json.WriteEndObject();

        json.WriteStartObject("object_actions");
        foreach (var of in plan.Objects.Where(of => !of.IsDeleted && of.DynamicAttributes.Count > 0))
        {
            json.WriteStartObject(of.ObjectHash);
            json.WriteString("objectHash", of.ObjectHash);
            json.WriteStartArray("actions");
            Actions(of);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void Classification(ClassificationPlan one)
    {
        json.WriteStartObject(one.Hash);
        json.WriteString("classificationHash", one.Hash);
        if (one.Era != ClassificationEra.Frames || one.Ranges.Count == 0 || one.Space is not null)
        {
            json.WriteString("featureHash", one.FeatureHash);
            RangesJson.Write(json, one.Space is null ? one.Ranges : []);
            if (one.Space is { } space) Space(space, one);
            json.WriteString("createdBy", "ada@example.com");
            json.WriteString("createdAt", RowJson.ObjectDate(one.CreatedAt, plan.Emitter));
            json.WriteNumber("confidence", 1);
            json.WriteBoolean("manualAnnotation", true);
        }
        Attributes(one.Name, [.. SampleAnswer.Flat(one.Answers)]);
        json.WriteEndObject();
    }

    private void Attributes(string owner, IReadOnlyList<SampleAnswer> attributes)
    {
        json.WriteStartArray("classifications");
        // The SDK writes them last one first; their order means nothing.
        foreach (var attribute in plan.Emitter == Emitter.Sdk ? attributes.Reverse() : attributes)
        {
            json.WriteStartObject();
            Attribute(owner, attribute, optionsRepeatTheAttribute: false);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Actions(SampleObject of)
    {
        if (plan.ActionStyle == ActionStyle.Sdk)
        {
            foreach (var (attribute, ranges) in DynamicAnswers.Distinct(of.DynamicAttributes))
                Action(of, attribute, ranges);
            return;
        }
        var checklists = of.DynamicAttributes.Where(one => one.Attribute.IsChecklist).ToArray();
        foreach (var (attribute, ranges) in DynamicAnswers.PerOption(checklists))
            Action(of, attribute, ranges);
        // A radio can't be told from a checklist in an export, so the editor never lets two of its ranges overlap.
        var radios = of.DynamicAttributes.Where(one => one.Attribute is { IsChecklist: false, Options: not null }).ToArray();
        foreach (var (attribute, ranges) in DynamicAnswers.Distinct(radios))
            Action(of, attribute, ranges);
        foreach (var (range, attribute) in of.DynamicAttributes.Where(one => one.Attribute.Options is null))
            Action(of, attribute, [range]);
    }

    private void Action(SampleObject of, SampleAnswer attribute, IReadOnlyList<FrameRange> ranges)
    {
        json.WriteStartObject();
        Attribute(of.Class, attribute, optionsRepeatTheAttribute: plan.ActionStyle == ActionStyle.Editor);
        RangesJson.Write(json, ranges);
        if (plan.Ranges.FirstOrDefault(range => range.Object == of)?.Unit is { SpaceType: not null } space) json.WriteString("spaceId", space.Hash);
        json.WriteBoolean("dynamic", true);
        json.WriteBoolean("shouldPropagate", false);
        var track = $"track/{of.ObjectHash}/{attribute.Name}/{ranges[0].Start}";
        json.WriteString("trackHash", plan.ActionStyle == ActionStyle.Sdk ? Hashes.Long(track) : "");
        json.WriteEndObject();
    }

    private void Attribute(string owner, SampleAnswer attribute, bool optionsRepeatTheAttribute)
    {
        json.WriteString("name", attribute.Name);
        json.WriteString("value", Machine(attribute.Name));
        if (attribute.Options is { } options)
        {
            json.WriteStartArray("answers");
            foreach (var option in options)
            {
                json.WriteStartObject();
                // Under a dynamic attribute the editor writes the attribute's name where the option's belongs; only the hash tells.
                json.WriteString("name", optionsRepeatTheAttribute ? attribute.Name : option);
                json.WriteString("value", Machine(option));
                json.WriteString("featureHash", SampleAnswer.HashOf(owner, attribute.Name, option));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        else if (attribute.TextAnswer is { } text)
        {
            json.WriteString("answers", text);
        }
        else
        {
            json.WriteNumber("answers", attribute.NumberAnswer);
        }
        json.WriteString("featureHash", SampleAnswer.HashOf(owner, attribute.Name));
        json.WriteBoolean("manualAnnotation", true);
    }

    private void Space(UnitPlan space, ClassificationPlan one)
    {
        json.WriteStartObject("spaces");
        json.WriteStartObject(space.Hash);
        RangesJson.Write(json, one.Ranges);
        json.WriteString("type", "frame");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Machine(string name) => name.ToLowerInvariant().Replace(' ', '_');
}

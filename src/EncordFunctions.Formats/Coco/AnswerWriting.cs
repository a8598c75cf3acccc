using System.Buffers;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Formats.Coco;

/// <summary>Spells answers.</summary>
internal static class AnswerWriting
{
    /// <summary>The member's name and the colon behind it, with a comma before it if it is not the first.</summary>
    public static void Member(this IBufferWriter<byte> to, string name, bool isFirst)
    {
        if (!isFirst) to.Raw(","u8);
        to.Text(name);
        to.Raw(":"u8);
    }

    /// <summary>A text, a number, null, the name of a radio's option, or the names of options.</summary>
    public static void Answer(this IBufferWriter<byte> to, AttributeAnswer answer, Ontology? ontology)
    {
        switch (answer.Answer)
        {
            case AnswerValue.Text { Value: var text }:
                to.Text(text);
                break;
            case AnswerValue.Number { Value: var number }:
                to.Number(number);
                break;
            case AnswerValue.Options { Chosen: [var chosen] } when answer.Type == AttributeTypes.Radio:
                to.Text(NameOf(chosen, ontology));
                break;
            case AnswerValue.Options { Chosen: var options }:
                for (var at = 0; at < options.Count; at++)
                {
                    to.Raw(at == 0 ? "["u8 : ","u8);
                    to.Text(NameOf(options[at], ontology));
                }
                to.Raw(options.Count == 0 ? "[]"u8 : "]"u8);
                break;
            default:
                to.Raw("null"u8);
                break;
        }
    }

    /// <summary>What people call the option: old rows repeat the attribute's name in its place, so the ontology goes first.</summary>
    private static string? NameOf(ChosenOption option, Ontology? ontology) =>
        ontology?.FindOption(option.FeatureHash)?.Option.Label ?? option.Name ?? option.Value ?? option.FeatureHash;
}

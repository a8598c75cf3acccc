using System.Buffers;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// Attribute name to answer: what was answered, static or dynamic, as it holds on the frame; nested attributes stand beside their parents. A name
/// that two attributes share is followed by the second one's feature hash, for a JSON object has each name but once.
/// </summary>
internal sealed class OwnAnswers(Ontology? ontology) : ICocoAnswers
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public void Write(IBufferWriter<byte> to, Annotation annotation)
    {
        _names.Clear();
        to.Raw("{"u8);
        var answers = annotation.Attributes;
        for (var at = 0; at < answers.Count; at++)
            if (!IsReplaced(answers, at)) Write(to, answers[at]);
        to.Raw("}"u8);
    }

    /// <summary>Whether the same attribute is answered again: dynamic answers come last, and hold where they are.</summary>
    private static bool IsReplaced(IReadOnlyList<AttributeAnswer> answers, int at)
    {
        for (var later = at + 1; later < answers.Count; later++)
            if (answers[later].FeatureHash == answers[at].FeatureHash && answers[later].Name == answers[at].Name) return true;
        return false;
    }

    private void Write(IBufferWriter<byte> to, AttributeAnswer answer)
    {
        var name = answer.Name ?? answer.FeatureHash ?? "";
        if (_names.Contains(name)) name = $"{name} ({answer.FeatureHash})";
        if (_names.Add(name))
        {
            to.Member(name, isFirst: _names.Count == 1);
            to.Answer(answer, ontology);
        }
        if (answer.Answer is not AnswerValue.Options { Chosen: var chosen }) return;
        foreach (var option in chosen)
            foreach (var nested in option.Attributes) Write(to, nested);
    }
}

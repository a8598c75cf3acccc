using System.Buffers;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// Answers as the vendor's exporter spells them: attribute name to option, text or number, but of checklists every option's label to whether it is
/// chosen; what was not answered is null or false; nested attributes are left out. Options are known by their names as they stand in the row, which
/// in old rows is the attribute's name, so that nothing seems to be chosen. It can't tell radios from checklists without an ontology.
/// </summary>
/// <remarks>
/// The vendor looks dynamic answers up by the number of the image in the file, not of the frame in its video, and keeps those of the first row
/// for all others. That is not followed: they are the answers of the frame.
/// </remarks>
internal sealed class VendorAnswers(Ontology ontology) : ICocoAnswers
{
    private readonly List<(string Name, AttributeAnswer? Answer, bool? Chosen)> _members = [];

    public void Write(IBufferWriter<byte> to, Annotation annotation)
    {
        _members.Clear();
        foreach (var answer in annotation.Attributes) Take(answer);
        foreach (var attribute in ontology.FindObject(annotation.FeatureHash)?.Attributes ?? []) TakeUnanswered(attribute);
        to.Raw("{"u8);
        for (var at = 0; at < _members.Count; at++) Write(to, at);
        to.Raw("}"u8);
    }

    private void Take(AttributeAnswer answer)
    {
        if (ontology.FindAttribute(answer.FeatureHash) is not { Under: null, Owner: OntologyObject, Attribute: var attribute }) return;
        if (attribute.Type != AttributeTypes.Checklist || answer.Answer is not AnswerValue.Options { Chosen: var chosen })
        {
            Set(attribute.Name ?? "", answer, null);
            return;
        }
        foreach (var option in attribute.Options)
            Set(option.Label ?? "", null, chosen.Any(one => one.Name == option.Label));
    }

    private void TakeUnanswered(OntologyAttribute attribute)
    {
        if (attribute.Type == AttributeTypes.Checklist)
        {
            foreach (var option in attribute.Options)
                if (Find(option.Label ?? "") < 0) _members.Add((option.Label ?? "", null, false));
        }
        else if (Find(attribute.Name ?? "") < 0) _members.Add((attribute.Name ?? "", null, null));
    }

    private void Set(string name, AttributeAnswer? answer, bool? chosen)
    {
        var at = Find(name);
        if (at < 0) _members.Add((name, answer, chosen));
        else _members[at] = (name, answer, chosen);
    }

    private int Find(string name) => _members.FindIndex(member => member.Name == name);

    private void Write(IBufferWriter<byte> to, int at)
    {
        var (name, answer, chosen) = _members[at];
        to.Member(name, isFirst: at == 0);
        if (chosen is { } isChosen) to.Raw(isChosen ? "true"u8 : "false"u8);
        else if (answer is { Answer: AnswerValue.Options { Chosen: var options } }) to.Text(options is [var option, ..] ? option.Name : null);
        else if (answer is not null) to.Answer(answer, ontology);
        else to.Raw("null"u8);
    }
}

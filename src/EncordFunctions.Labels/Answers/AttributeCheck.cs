using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Labels.Answers;

/// <summary>Holds an attribute's answer against the ontology. Whatever differs is said, and used as it stands.</summary>
internal sealed class AttributeCheck
{
    private readonly Ontology _ontology;
    private readonly Findings _findings;

    public AttributeCheck(Ontology ontology, Findings findings) => (_ontology, _findings) = (ontology, findings);

    /// <summary>The answer with its type, where the ontology knows the attribute.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="at">Where it stands.</param>
    public AttributeAnswer Typed(AttributeAnswer answer, int at)
    {
        if (_ontology.FindAttribute(answer.FeatureHash) is not { Attribute: var attribute })
        {
            _findings.Note(IssueCatalogue.AttributeNotInOntology, at, "", $"The ontology has no attribute {answer.FeatureHash ?? "without a featureHash"} ({answer.Name}).");
            return answer;
        }
        if (!IsOfType(attribute.Type, answer.Answer))
            _findings.Note(IssueCatalogue.AnswerTypeDiffers, at, "/answers", $"Attribute {answer.FeatureHash} is a {attribute.Type}; its answer is {Described(answer.Answer)}.");
        if (answer.Answer is AnswerValue.Options { Chosen: var chosen }) CheckOptions(chosen, attribute, at);
        return answer with { Type = attribute.Type };
    }

    private void CheckOptions(IReadOnlyList<ChosenOption> chosen, OntologyAttribute attribute, int at)
    {
        for (var index = 0; index < chosen.Count; index++)
        {
            if (_ontology.FindOption(chosen[index].FeatureHash)?.Attribute.Hash != attribute.Hash)
                _findings.Note(IssueCatalogue.OptionNotInOntology, at, $"/answers/{index}", $"Attribute {attribute.Hash} has no option {chosen[index].FeatureHash ?? "without a featureHash"} ({chosen[index].Name}).");
        }
    }

    private static bool IsOfType(string? type, AnswerValue answer) => (type, answer) switch
    {
        (_, AnswerValue.None) => true,
        (AttributeTypes.Radio, _) => answer is AnswerValue.Options { Chosen.Count: 1 },
        (AttributeTypes.Checklist, _) => answer is AnswerValue.Options,
        (AttributeTypes.Text, _) => answer is AnswerValue.Text,
        (AttributeTypes.Numeric, _) => answer is AnswerValue.Number,
        _ => true,
    };

    private static string Described(AnswerValue answer) => answer switch
    {
        AnswerValue.Options { Chosen.Count: var count } => $"a list of {count} options",
        AnswerValue.Text => "a text",
        AnswerValue.Number => "a number",
        _ => "null",
    };
}

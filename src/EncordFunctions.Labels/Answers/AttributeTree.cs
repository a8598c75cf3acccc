using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Labels.Answers;

/// <summary>Puts nested attributes under the options they belong to. The export has them flat, in any order; only the ontology knows.</summary>
internal static class AttributeTree
{
    /// <summary>The answers as a tree; flat as they are without an ontology.</summary>
    public static IReadOnlyList<AttributeAnswer> Of(IReadOnlyList<AttributeAnswer> flat, Ontology? ontology)
    {
        if (ontology is null || flat.Count < 2) return flat;
        var chosen = flat.Select(answer => answer.Answer).OfType<AnswerValue.Options>().SelectMany(options => options.Chosen).Select(option => option.FeatureHash).ToHashSet();
        var under = flat.ToLookup(answer => ontology.FindAttribute(answer.FeatureHash)?.Under?.Hash is { } option && chosen.Contains(option) ? option : null);
        return under[null].Count() == flat.Count ? flat : [.. under[null].Select(answer => Grown(answer, under))];
    }

    // An option nests attributes of the ontology only, which has no circles, so this ends.
    private static AttributeAnswer Grown(AttributeAnswer answer, ILookup<string?, AttributeAnswer> under) =>
        answer.Answer is AnswerValue.Options options && options.Chosen.Any(option => option.FeatureHash is not null && under.Contains(option.FeatureHash))
            ? answer with
            {
                Answer = new AnswerValue.Options([.. options.Chosen.Select(option => option.FeatureHash is { } hash && under.Contains(hash)
                    ? option with { Attributes = [.. under[hash].Select(nested => Grown(nested, under))] }
                    : option)]),
            }
            : answer;
}

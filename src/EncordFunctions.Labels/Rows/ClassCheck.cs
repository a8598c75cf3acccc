using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Labels.Rows;

/// <summary>Holds labels against the classes of an ontology. Each difference of a class is said once a row, where it is met first.</summary>
internal sealed class ClassCheck
{
    private const int MostSaid = 1_000;

    private readonly Ontology _ontology;
    private readonly HashSet<(string Code, string? Class, string? What)> _said = [];

    public ClassCheck(Ontology ontology) => _ontology = ontology;

    /// <summary>Checks an object.</summary>
    /// <param name="featureHash">Its class.</param>
    /// <param name="name">The name it has for it.</param>
    /// <param name="shape">What it is drawn as.</param>
    /// <param name="attributes">Its answers.</param>
    /// <param name="findings">Takes what differs.</param>
    public void Object(string? featureHash, string? name, string shape, IReadOnlyList<AttributeAnswer> attributes, Findings findings)
    {
        if (_ontology.FindObject(featureHash) is not { } known)
        {
            Say(findings, IssueCatalogue.ClassNotInOntology, featureHash, null, "/featureHash", $"The ontology has no object class {featureHash} ({name}).");
            return;
        }
        Name(featureHash, name, known.Name, findings);
        if (known.Shape is not null && known.Shape != shape)
            Say(findings, IssueCatalogue.ClassShapeDiffers, featureHash, shape, "/shape", $"The object is a {shape}; the ontology has class {featureHash} as a {known.Shape}.");
        Attributes(known, attributes, findings);
    }

    /// <summary>Checks a classification.</summary>
    public void Classification(string? featureHash, string? name, IReadOnlyList<AttributeAnswer> attributes, Findings findings)
    {
        if (_ontology.FindClassification(featureHash) is not { } known)
        {
            Say(findings, IssueCatalogue.ClassNotInOntology, featureHash, null, "/featureHash", $"The ontology has no classification {featureHash} ({name}).");
            return;
        }
        Name(featureHash, name, known.Name, findings);
        Attributes(known, attributes, findings);
    }

    private void Name(string? featureHash, string? name, string? known, Findings findings)
    {
        if (name is not null && known is not null && name != known)
            Say(findings, IssueCatalogue.ClassNameDiffers, featureHash, name, "/name", $"The label's class is called \"{name}\" and in the ontology \"{known}\".");
    }

    /// <summary>Attributes that the ontology does not have at all were said when they were read.</summary>
    private void Attributes(OntologyClass owner, IReadOnlyList<AttributeAnswer> attributes, Findings findings)
    {
        foreach (var attribute in attributes)
        {
            if (_ontology.FindAttribute(attribute.FeatureHash) is { } placed && placed.Owner.Hash != owner.Hash)
                Say(findings, IssueCatalogue.AttributeNotInOntology, owner.Hash, attribute.FeatureHash, "", $"Attribute {attribute.FeatureHash} ({attribute.Name}) belongs to class {placed.Owner.Hash}, not to {owner.Hash}.");
        }
    }

    private void Say(Findings findings, IssueCode code, string? featureHash, string? what, string path, string message)
    {
        if (_said.Count < MostSaid && _said.Add((code.Id, featureHash, what))) findings.Note(code, 0, path, message);
    }
}

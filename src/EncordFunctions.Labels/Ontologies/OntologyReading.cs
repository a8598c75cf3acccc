using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Ontologies;

/// <summary>What reading an ontology came to.</summary>
public abstract record OntologyReading
{
    private OntologyReading()
    {
    }

    /// <summary>The ontology can be used.</summary>
    /// <param name="Ontology">The ontology.</param>
    /// <param name="Issues">What of it is left out or doubtful.</param>
    public sealed record Readable(Ontology Ontology, IReadOnlyList<Issue> Issues) : OntologyReading;

    /// <summary>Nothing of it is used: labels are read as if there were none.</summary>
    public sealed record Unreadable(Issue Issue) : OntologyReading;
}

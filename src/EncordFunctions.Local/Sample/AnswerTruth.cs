namespace EncordFunctions.Local.Sample;

/// <summary>What was answered to an attribute.</summary>
public abstract record AnswerTruth
{
    private AnswerTruth()
    {
    }

    /// <summary>Ontology ids of the chosen options: one of a radio, any number of a checklist.</summary>
    public sealed record Options(IReadOnlyList<string> FeatureHashes) : AnswerTruth;

    /// <summary>Free text.</summary>
    public sealed record Text(string Value) : AnswerTruth;

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : AnswerTruth;
}

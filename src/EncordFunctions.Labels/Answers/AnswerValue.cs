namespace EncordFunctions.Labels.Answers;

/// <summary>The value of an attribute. The export does not say which type of attribute it is; the JSON kind decides.</summary>
public abstract record AnswerValue
{
    private AnswerValue()
    {
    }

    /// <summary>The chosen options of a radio (one) or a checklist (any number).</summary>
    public sealed record Options(IReadOnlyList<ChosenOption> Chosen) : AnswerValue;

    /// <summary>Free text.</summary>
    public sealed record Text(string Value) : AnswerValue;

    /// <summary>A number.</summary>
    public sealed record Number(double Value) : AnswerValue;

    /// <summary>Asked and not answered (<c>null</c>).</summary>
    public sealed record None : AnswerValue;
}

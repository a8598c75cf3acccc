namespace EncordFunctions.Local.Sample;

/// <summary>An attribute and its answer, by the words an annotator sees. Attributes nested under an option stand beside their parent.</summary>
public sealed record SampleAnswer
{
    private SampleAnswer(string name) => Name = name;

    /// <summary>The attribute's name.</summary>
    public string Name { get; }

    internal IReadOnlyList<string>? Options { get; private init; }

    internal bool IsChecklist { get; private init; }

    internal string? TextAnswer { get; private init; }

    internal double NumberAnswer { get; private init; }

    /// <summary>One option of several.</summary>
    public static SampleAnswer Radio(string name, string option) => new(name) { Options = [option] };

    /// <summary>Any number of options.</summary>
    public static SampleAnswer Checklist(string name, params IReadOnlyList<string> options) => new(name) { Options = options, IsChecklist = true };

    /// <summary>Free text.</summary>
    public static SampleAnswer Text(string name, string text) => new(name) { TextAnswer = text };

    /// <summary>A number.</summary>
    public static SampleAnswer Number(string name, double number) => new(name) { NumberAnswer = number };

    internal SampleAnswer Choosing(IReadOnlyList<string> options) => this with { Options = options };

    internal static string HashOf(string owner, string name) => Hashes.Short($"{owner}/{name}");

    internal static string HashOf(string owner, string name, string option) => Hashes.Short($"{owner}/{name}/{option}");

    internal AttributeTruth TruthOf(string owner, bool dynamic) => new(
        Name,
        HashOf(owner, Name),
        this switch
        {
            { Options: { } options } => new AnswerTruth.Options([.. options.Select(option => HashOf(owner, Name, option))]),
            { TextAnswer: { } text } => new AnswerTruth.Text(text),
            _ => new AnswerTruth.Number(NumberAnswer),
        },
        dynamic);
}

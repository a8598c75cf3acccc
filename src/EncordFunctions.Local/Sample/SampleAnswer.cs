using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>An attribute and its answer, by the words an annotator sees.</summary>
public sealed record SampleAnswer
{
    private SampleAnswer(string name) => Name = name;

    /// <summary>The attribute's name.</summary>
    public string Name { get; }

    /// <summary>Attributes that an ontology nests under the chosen option. In a row they stand beside their parent.</summary>
    internal IReadOnlyList<SampleAnswer> Nested { get; private init; } = [];

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

    /// <summary>With attributes nested under the chosen option.</summary>
    public SampleAnswer With(params IReadOnlyList<SampleAnswer> nested) => this with { Nested = nested };

    /// <summary>The attributes as a row has them: flat, each before those nested under it.</summary>
    internal static IEnumerable<SampleAnswer> Flat(IEnumerable<SampleAnswer> attributes) =>
        attributes.SelectMany(static attribute => Flat(attribute.Nested).Prepend(attribute));

    internal SampleAnswer Choosing(IReadOnlyList<string> options) => this with { Options = options };

    internal static string HashOf(string owner, string name) => Hashes.Short($"{owner}/{name}");

    internal static string HashOf(string owner, string name, string option) => Hashes.Short($"{owner}/{name}/{option}");

    internal AttributeTruth TruthOf(string owner, bool dynamic, IReadOnlyList<FrameRange>? ranges = null) => new(
        Name,
        HashOf(owner, Name),
        this switch
        {
            { Options: { } options } => new AnswerTruth.Options([.. options.Select(option => HashOf(owner, Name, option))]),
            { TextAnswer: { } text } => new AnswerTruth.Text(text),
            _ => new AnswerTruth.Number(NumberAnswer),
        },
        dynamic)
    {
        Ranges = ranges ?? [],
    };
}

using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>One object instance of a row: what it is, who drew it, and its attributes. It may be placed on any number of frames.</summary>
public sealed class SampleObject
{
    private readonly List<SampleAnswer> _static = [];
    private readonly List<(FrameRange Range, SampleAnswer Attribute)> _dynamic = [];

    internal SampleObject(string name, string objectHash, DateTimeOffset createdAt)
    {
        Name = name;
        ObjectHash = objectHash;
        CreatedAt = createdAt;
    }

    /// <summary>Name of its class.</summary>
    public string Name { get; private set; }

    /// <summary>Identity of the instance.</summary>
    public string ObjectHash { get; }

    /// <summary>When it was drawn.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Who drew it; nobody where a model did.</summary>
    public string? CreatedBy { get; private set; } = "ada@example.com";

    /// <summary>How sure its maker was.</summary>
    public double Confidence { get; private set; } = 1;

    /// <summary>Whether a person drew it.</summary>
    public bool ManualAnnotation { get; private set; } = true;

    /// <summary>Ontology id of its class.</summary>
    public string FeatureHash => Hashes.Short($"class/{Class}");

    /// <summary>Machine name of its class.</summary>
    public string Value => Name.ToLowerInvariant().Replace(' ', '_');

    /// <summary>Colour of its class.</summary>
    public string Color => $"#{Convert.ToHexString(Convert.FromBase64String(FeatureHash).AsSpan(0, 3))}";

    /// <summary>The shape it is drawn in, once it is.</summary>
    internal string? Shape { get; set; }

    /// <summary>Whether an annotator deleted it.</summary>
    internal bool IsDeleted { get; set; }

    /// <summary>A class has one shape: what is drawn otherwise under the same name is another class.</summary>
    internal string Class => Shape is null or "bounding_box" ? Name : $"{Name}/{Shape}";

    internal IReadOnlyList<SampleAnswer> StaticAttributes => [.. SampleAnswer.Flat(_static)];

    /// <summary>The attributes with what is nested under them.</summary>
    internal IReadOnlyList<SampleAnswer> AttributeTree => [.. _static, .. _dynamic.Select(one => one.Attribute)];

    internal IEnumerable<string> DynamicNames => _dynamic.Select(one => one.Attribute.Name);

    internal IReadOnlyList<(FrameRange Range, SampleAnswer Attribute)> DynamicAttributes => _dynamic;

    /// <summary>Says that a model drew it.</summary>
    public SampleObject ByModel(double confidence)
    {
        (CreatedBy, Confidence, ManualAnnotation) = (null, confidence, false);
        return this;
    }

    /// <summary>Gives it attributes that hold on all its frames.</summary>
    public SampleObject With(params IReadOnlyList<SampleAnswer> attributes)
    {
        _static.AddRange(attributes);
        return this;
    }

    /// <summary>
    /// Gives it an attribute from frame <paramref name="start"/> to frame <paramref name="end"/>, both included. Said twice of a frame,
    /// a checklist has the options of both, and any other attribute the later answer.
    /// </summary>
    public SampleObject During(long start, long end, SampleAnswer attribute)
    {
        _dynamic.Add((new FrameRange(start, end), attribute));
        return this;
    }

    internal void Relabel(string name) => Name = name;

    internal void Answer(SampleAnswer answer)
    {
        _static.RemoveAll(one => one.Name == answer.Name);
        _static.Add(answer);
    }

    internal IReadOnlyList<AttributeTruth> AttributesOn(long frame) =>
    [
        .. StaticAttributes.Select(attribute => attribute.TruthOf(Class, dynamic: false)),
        .. DynamicAnswers.On(frame, _dynamic).Select(attribute => attribute.TruthOf(Class, dynamic: true)),
    ];

    /// <summary>Over a range nothing is resolved: every answer says where it holds.</summary>
    internal IReadOnlyList<AttributeTruth> AttributesOver(long start, long end) =>
    [
        .. StaticAttributes.Select(attribute => attribute.TruthOf(Class, dynamic: false)),
        .. _dynamic
            .Where(one => one.Range.Start <= end && start <= one.Range.End)
            .Select(one => one.Attribute.TruthOf(Class, dynamic: true, [one.Range])),
    ];
}

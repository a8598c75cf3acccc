namespace EncordFunctions.Formats;

/// <summary>Every derivative there is.</summary>
public static class Derivatives
{
    /// <summary>What every row has, in the order it is written.</summary>
    public static IReadOnlyList<IRowFormat> Always { get; } =
    [
        new AnnotationsJsonl(),
        new ClassificationsJsonl(),
        new MaskPng(),
        new IssuesJsonl(),
    ];

    /// <summary>What can be chosen. One line a derivative.</summary>
    public static IReadOnlyList<Derivative> Choices { get; } =
    [
        new("changes", "what differs from an earlier export of the same label rows", ByDefault: true, [], static _ => [new ChangesJsonl()]),
    ];
}

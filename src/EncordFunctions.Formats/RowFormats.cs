namespace EncordFunctions.Formats;

/// <summary>Every derivative a label row is written to, in the order they are written.</summary>
public static class RowFormats
{
    /// <summary>One line a derivative.</summary>
    public static IReadOnlyList<IRowFormat> All { get; } =
    [
        new AnnotationsJsonl(),
        new ClassificationsJsonl(),
        new MaskPng(),
        new IssuesJsonl(),
    ];
}

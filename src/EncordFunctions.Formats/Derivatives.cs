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
        new("geojson", "annotations.geojson beside each row, in pixels", true, [], static _ => [new AnnotationsGeoJson()]),
        new("parquet", "annotations.parquet, classifications.parquet", true, [], static _ => [new AnnotationsParquet(), new ClassificationsParquet()]),
    ];
}

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

    /// <summary>
    /// What can be chosen. One line a derivative. By default there is what is joined over the export: a file for each picture or row costs a
    /// request for each, which is what a large export costs most of.
    /// </summary>
    public static IReadOnlyList<Derivative> Choices { get; } =
    [
        new("coco", "coco.json, one COCO file of the whole export", true, ["encord", "list"], static variants => [CocoJson.Of(variants)]),
        new("yolo", "Labels as Ultralytics reads them, for boxes, outlines, skeletons and turned boxes", false, [], static _ => YoloLabels.All),
        new("parquet", "annotations.parquet and classifications.parquet: all rows as two tables", true, [],
            static _ => [new AnnotationsParquet(), new ClassificationsParquet()]),
        new("geojson", "annotations.geojson beside each row: what is on pictures as features, in pixels", false, [], static _ => [new AnnotationsGeoJson()]),
        new("segments", "Labelled ranges of sound, text and time series: JSON Lines, CSV, and WebVTT of sound", true, [], static _ => [new Segments()]),
        new("preview", "The first labelled frames of every row as SVG, without the picture below them", false, ["#"],
            static frames => [new PreviewSvg(frames.Select(int.Parse).DefaultIfEmpty(PreviewSvg.FewFrames).Max())]),
        new("report", "One page for people: what needs attention, counts, plots, pictures, the ledger", true, [], static _ => [new ReportHtml()]),
        new("changes", "changes.jsonl: what differs from an earlier export of the same label rows", true, [], static _ => [new ChangesJsonl()]),
        new("semantic", "Pictures of the number of a class in each pixel", false, [], static _ => [new SemanticMasks()]),
        new("instance", "Pictures of the number of an object in each pixel", false, [], static _ => [new InstanceMasks()]),
    ];
}

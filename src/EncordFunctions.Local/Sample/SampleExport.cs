namespace EncordFunctions.Local.Sample;

/// <summary>The exports the local command makes for itself, so that it has something to show.</summary>
public static class SampleExport
{
    /// <summary>Every modality and every shape, over several entries, with what people's zips hold besides. All of it is good.</summary>
    public static BuiltExport Create() => Create("sample.zip", later: null);

    /// <summary>
    /// The same rows as they are exported a day later, after an annotator moved one box, gave one object another class, and answered an
    /// attribute of a third otherwise.
    /// </summary>
    public static BuiltExport CreateLater() => CreateLater(
        new ObjectEdit.Move("junction-00.jpg", 0, 18, 0),
        new ObjectEdit.Relabel("crossing.jpg", 3, "Bus"),
        new ObjectEdit.Reattribute("dashcam.mp4", 0, SampleAnswer.Radio("Colour", "Black")));

    /// <summary>The same rows as they are exported a day later, after those edits; none leaves the labels as they were.</summary>
    public static BuiltExport CreateLater(params IReadOnlyList<ObjectEdit> edits) => Create("sample-later.zip", edits);

    private static BuiltExport Create(string name, IReadOnlyList<ObjectEdit>? later)
    {
        SampleRow[] videos = [SampleRows.Dashcam(Emitter.Server, ActionStyle.Editor), SampleRows.Dashcam(Emitter.Sdk, ActionStyle.Sdk)];
        var call = SampleRows.Call();
        var export = new ExportBuilder()
            .Later(later)
            .Clutter()
            .List(
                "labels/images.json",
                SampleRows.Crossing(), SampleRows.Facades(), SampleRows.AsDocumented(),
                SampleRows.Junction(0), SampleRows.Junction(1), SampleRows.Junction(2), SampleRows.Junction(3),
                SampleRows.Wheels(), SampleRows.WheelsReviewed())
            .List("labels/videos.json", videos)
            .Single("labels/scan.json", SampleRows.Scan())
            .List("labels/volumes.json", SampleRows.Head(), SampleRows.Knee(), SampleRows.Form())
            .List(
                "labels/ranges.json",
                call, SampleRows.AccidentReport(), SampleRows.Advertisement(Emitter.Sdk), SampleRows.Advertisement(Emitter.Page), SampleRows.Speed())
            .List("labels/scenes.json", SampleRows.LidarJunction(), SampleRows.Drive())
            .Stored()
            .List(
                "labels/groups.json",
                SampleRows.Walkaround(Emitter.Server), SampleRows.Walkaround(Emitter.Page), SampleRows.Steps(),
                SampleRows.Evidence(videos[0], call), SampleRows.Cockpit())
            .Ontology();
        return new BuiltExport(name, export.ToArray(), export.Truth) { Edits = export.Edits };
    }

    /// <summary>Good rows around two bad ones: a row with two objects that can't be used, and a row whose JSON is broken in the middle.</summary>
    public static BuiltExport CreateWithFault()
    {
        var export = new ExportBuilder().List(
            "labels/images.json",
            SampleRows.Junction(0), SampleRows.WithFaults(), SampleRows.Junction(1).BrokenInTheMiddle(), SampleRows.Junction(2));
        return new BuiltExport("sample-with-faults.zip", export.ToArray(), export.Truth);
    }
}

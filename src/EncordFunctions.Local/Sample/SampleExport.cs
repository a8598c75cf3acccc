namespace EncordFunctions.Local.Sample;

/// <summary>The exports the local command makes for itself, so that it has something to show.</summary>
public static class SampleExport
{
    /// <summary>Every modality and every shape, over several entries, with what people's zips hold besides. All of it is good.</summary>
    public static BuiltExport Create()
    {
        SampleRow[] videos = [SampleRows.Dashcam(Emitter.Server, ActionStyle.Editor), SampleRows.Dashcam(Emitter.Sdk, ActionStyle.Sdk)];
        var call = SampleRows.Call();
        var export = new ExportBuilder()
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
        return new BuiltExport("sample.zip", export.ToArray(), export.Truth);
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

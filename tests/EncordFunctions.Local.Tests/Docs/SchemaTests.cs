using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Sample;
using EncordFunctions.Local.Tests.Commands;
using EncordFunctions.Local.Tests.Sample;
using EncordFunctions.Formats;
using EncordFunctions.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary><c>docs/schemas</c> against everything that is written for the sample exports, by the pipeline itself.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_that_is_written_for_the_samples_is_as_the_schemas_say()
    {
        await using var azurite = await AzuriteServer.StartAsync(new AzuriteOptions(), TimeProvider.System, Ending);
        var storage = PipelineStorage.Connect(azurite.ConnectionString);
        await storage.CreateAsync(Ending);
        foreach (var sample in new[] { SampleExport.Create(), SampleExport.CreateWithFault() })
        {
            await File.WriteAllBytesAsync(_folder.File(sample.Name), sample.Content, Ending);
            var upload = storage.Exports.GetBlobClient(sample.Name);
            await upload.UploadAsync(BinaryData.FromBytes(sample.Content), Ending);
            await new UnpackExport(storage, DerivativeList.Default, TimeProvider.System, NullLogger<UnpackExport>.Instance).RunAsync(upload, Ending);
        }

        // The messages first: they are gone once they are worked off.
        var messages = (await storage.LabelRows.PeekMessagesAsync(32, Ending)).Value.Select(message => message.Body.ToString()).ToArray();
        await HoldAsync("row-message", messages);

        await LocalCommand.RunAsync(_folder.Path, "ingest", "sample.zip", "sample-with-faults.zip", "--connection", azurite.ConnectionString);
        await File.WriteAllBytesAsync(_folder.File("later.zip"), EveryChange.Content, Ending);
        await LocalCommand.RunAsync(_folder.Path, "ingest", "later.zip", "--connection", azurite.ConnectionString);
        await HoldAsync("changes", LinesOf("changes.jsonl"));
        await HoldAsync("annotations", LinesOf("annotations.jsonl"));
        await HoldAsync("classifications", LinesOf("classifications.jsonl"));
        await HoldAsync("segments", LinesOf("segments.jsonl"));
        await HoldAsync("issues", LinesOf("issues.jsonl"));
        await HoldAsync("manifest", [.. FilesOf("manifest.json").Select(File.ReadAllText)]);
    }

    [Fact]
    public async Task Every_line_of_masks_on_request_is_as_the_schemas_say()
    {
        foreach (var format in new IRowFormat[] { new SemanticMasks(), new InstanceMasks() })
        {
            var lines = new List<string>();
            foreach (var row in Entries.SampleRowsOf(SampleExport.Create()))
            {
                var files = await WrittenRow.OfAsync(row.Json, [format], Ending);
                if (files.Paths.Contains($"{format.Name}.jsonl")) lines.AddRange(files.Lines($"{format.Name}.jsonl").Select(static line => line.GetRawText()));
            }
            await HoldAsync(format.Name, [.. lines]);
        }
    }

    [Theory]
    [InlineData("annotations", "frame", null)]
    [InlineData("annotations", "frame", "\"0\"")]
    [InlineData("annotations", "novelty", "1")]
    [InlineData("annotations", "shape", "\"blob\"")]
    [InlineData("annotations", "shape", "\"polygon\"")]
    [InlineData("annotations", "geometry", "null")]
    [InlineData("annotations", "geometry/w", null)]
    [InlineData("annotations", "geometry/w", "\"1\"")]
    [InlineData("annotations", "geometry/theta", "1")]
    [InlineData("annotations", "bbox", "[1,2,3]")]
    [InlineData("annotations", "attributes/0/answer", "true")]
    [InlineData("annotations", "attributes/0/answer", "[{\"name\":1}]")]
    [InlineData("annotations", "attributes/0/dynamic", null)]
    [InlineData("annotations", "range", "[1]")]
    [InlineData("annotations", "range", "{\"start\":{\"xpath\":\"/p\",\"offset\":1}}")]
    [InlineData("classifications", "ranges", "[[0]]")]
    [InlineData("classifications", "global", "1")]
    [InlineData("classifications", "answers/0/dynamic", "false")]
    [InlineData("segments", "unit", "\"s\"")]
    [InlineData("segments", "unit", null)]
    [InlineData("segments", "start", "1.5")]
    [InlineData("segments", "start", "null")]
    [InlineData("segments", "end", "\"4800\"")]
    [InlineData("segments", "start_seconds", "\"1.2\"")]
    [InlineData("segments", "text", "[]")]
    [InlineData("segments", "novelty", "1")]
    [InlineData("segments", "attributes/0/ranges/0", "[1200]")]
    [InlineData("semantic", "png", "\"instance/0.png\"")]
    [InlineData("semantic", "bits", "4")]
    [InlineData("semantic", "width", "0")]
    [InlineData("semantic", "overlap", null)]
    [InlineData("semantic", "classes", "[]")]
    [InlineData("semantic", "classes/0/index", "0")]
    [InlineData("semantic", "classes/0/color", "\"red\"")]
    [InlineData("semantic", "classes/0/object_hash", "\"a\"")]
    [InlineData("instance", "objects/0/object_hash", null)]
    [InlineData("instance", "objects/0/pixels", "-1")]
    [InlineData("instance", "frame", "null")]
    [InlineData("issues", "severity", "\"fatal\"")]
    [InlineData("issues", "code", "\"E1\"")]
    [InlineData("issues", "offset", "-1")]
    [InlineData("issues", "message", "\"two\\nlines\"")]
    [InlineData("manifest", "format", "1")]
    [InlineData("manifest", "derivatives/0/sha256", "\"0\"")]
    [InlineData("manifest", "groups/0/children/0/ordinal", "\"1\"")]
    [InlineData("manifest", "metadata/project", "1")]
    [InlineData("manifest", "metadata", null)]
    [InlineData("manifest", "status", "\"Unpacking\"")]
    [InlineData("manifest", "ledger/0/skipped/0/count", "\"1\"")]
    [InlineData("manifest", "changes/moved", "null")]
    [InlineData("changes", "kinds", "[]")]
    [InlineData("changes", "kinds/0", "\"lost\"")]
    [InlineData("changes", "iou", "2")]
    [InlineData("changes", "before/name", null)]
    [InlineData("changes", "earlier", "null")]
    [InlineData("changes", "attributes/0/after", "true")]
    [InlineData("changes", "reason", "\"no idea\"")]
    [InlineData("row-message", "ordinal", "-1")]
    [InlineData("row-message", "attempt", "1")]
    public async Task A_document_that_is_otherwise_is_refused(string schema, string path, string? value)
    {
        var holds = await Schema.OfAsync(schema);
        var good = Good[schema];

        Assert.Empty(holds.Faults(good));
        Assert.NotEmpty(holds.Faults(Schema.Changed(good, path, value)));
    }

    private static readonly Dictionary<string, string> Good = new()
    {
        ["annotations"] = """
            {"label_hash":"l","branch_name":null,"data_hash":"d","data_unit_hash":"u","data_title":"a.jpg","frame":0,"width":640,"height":480,
             "object_hash":"a","feature_hash":"f","name":"Car","value":"car","color":"#D33115","shape":"bounding_box","confidence":1,"manual_annotation":true,
             "created_by":null,"created_at":"2026-03-02T09:00:21Z","last_edited_by":null,"last_edited_at":null,"bbox":[24,268,132,60],"area":7920,
             "geometry":{"x":24,"y":268,"w":132,"h":60},"range":null,
             "attributes":[{"name":"Colour","value":"colour","feature_hash":"c","dynamic":false,"answer":[{"name":"Red","value":"red","feature_hash":"r"}]}]}
            """,
        ["classifications"] = """
            {"label_hash":"l","branch_name":"main","data_hash":"d","data_unit_hash":null,"data_title":"a.jpg","classification_hash":"c","feature_hash":"f",
             "name":"Weather","value":"weather","ranges":[[0,7]],"global":false,"confidence":1,"manual_annotation":true,"created_by":"ada@example.com",
             "created_at":null,"last_edited_by":null,"last_edited_at":null,"answers":[{"name":"Sky","value":"sky","feature_hash":"s","answer":"clear"}]}
            """,
        ["segments"] = """
            {"label_hash":"l","branch_name":"main","data_hash":"d","data_unit_hash":"u","data_title":"call.mp3","unit":"ms","start":1200,"end":4800,
             "start_seconds":1.2,"end_seconds":4.801,"start_xpath":null,"end_xpath":null,"object_hash":"a","feature_hash":"f","name":"Speaker","value":"speaker",
             "color":"#D33115","confidence":1,"manual_annotation":true,"text":"Good morning.","stream":null,
             "attributes":[{"name":"Words #transcript","value":"words","feature_hash":"w","dynamic":true,"answer":"Good morning.","ranges":[[1200,4800]]}]}
            """,
        ["semantic"] = """
            {"label_hash":"l","branch_name":"main","data_hash":"d","data_unit_hash":"u","data_title":"a.jpg","frame":0,"png":"semantic/0.png","width":8,"height":5,
             "bits":8,"background":10,"overlap":10,"classes":[{"index":2,"feature_hash":"f","name":"Car","color":"#D33115","pixels":30}]}
            """,
        ["instance"] = """
            {"label_hash":"l","branch_name":"main","data_hash":"d","data_unit_hash":"u","data_title":"a.jpg","frame":0,"png":"instance/0.png","width":8,"height":5,
             "bits":8,"background":10,"overlap":0,"objects":[{"index":1,"object_hash":"a","feature_hash":null,"name":"Car","color":"#800000","pixels":30}]}
            """,
        ["issues"] = """
            {"code":"EL106","severity":"error","title":"Impossible coordinate","message":"7.5 can't be a fraction of the frame.","entry":"labels.json","offset":6729,
             "pointer":"/1/data_units/u/labels/objects/1/boundingBox/x","label_hash":"l","object_hash":"a","frame":0}
            """,
        ["manifest"] = """
            {"format":2,"export":"sample-b19595f47f72b662","blob":"sample.zip","etag":"\"0x1\"","metadata":{"project":"p1"},"entries":[{"name":"labels.json","rows":1,"skipped":false,"fault":null}],"ontology":null,"formats":"coco,yolo",
             "rows":{"Done":1},"shapes":{"bounding_box":1},"classes":[{"name":"Car","feature_hash":"f","annotations":1}],
             "ledger":[{"derivative":"annotations.jsonl","of":"stored_annotations","in":2,"written":1,
               "skipped":[{"reason":"EL106","count":1,"example":"row 0, /0/data_units/u/labels/objects/1"}],"losses":[]}],"issues":[{"code":"EL106","severity":"error","count":1}],
             "changes":{"new":0,"older":0,"not_compared":0,"compared":1,"unchanged":0,"objects":1,"added":0,"removed":0,"moved":1,"relabelled":0,"reattributed":0},
             "groups":[{"label_hash":"g","ordinal":0,"children":[{"data_hash":"d","label_hash":null,"name":"a.mp4","layout_key":"0","ordinal":null}]}],
             "status":"Done","reason":null,
             "derivatives":[{"path":"rows/00000000/annotations.jsonl","size":812,
              "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]}
            """,
        ["changes"] = """
            {"label_hash":"l","branch_name":"main","data_hash":"d","data_title":"a.jpg","ordinal":0,"earlier":{"export":"sample-b19595f47f72b662","ordinal":0},
             "object_hash":"a","kinds":["moved"],"before":{"name":"Car","feature_hash":"f","shape":"bounding_box","frames":"0","annotations":1},
             "after":{"name":"Car","feature_hash":"f","shape":"bounding_box","frames":"0","annotations":1},"iou":0.6,"distance":null,
             "frames_compared":1,"frames_added":0,"frames_removed":0,
             "attributes":[{"name":"Doors","dynamic":false,"frame":null,"frames":null,"before":null,"after":5}],"reason":null}
            """,
        ["row-message"] = """{"export":"sample-b19595f47f72b662","ordinal":0,"entry":2,"name":"labels.json","element":-1,"offset":0,"length":812}""",
    };

    private static BuiltExport EveryChange => SampleExport.CreateLater(
        new ObjectEdit.Move("crossing.jpg", 2, 12, 0),
        new ObjectEdit.Move("crossing.jpg", 5, 3, 4),
        new ObjectEdit.Relabel("crossing.jpg", 3, "Bus"),
        new ObjectEdit.Remove("crossing.jpg", 4),
        new ObjectEdit.Add("crossing.jpg", 7, "Bus", 1, 1, 20, 20),
        new ObjectEdit.Reattribute("dashcam.mp4", 0, SampleAnswer.Number("Seats", 5)),
        new ObjectEdit.Move("dashcam.mp4", 0, 3, 0));

    private IEnumerable<string> FilesOf(string name) => Directory.GetFiles(_folder.File("out"), name, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private string[] LinesOf(string name) => [.. FilesOf(name).SelectMany(File.ReadLines)];

    private static async Task HoldAsync(string schema, string[] documents)
    {
        var holds = await Schema.OfAsync(schema);
        Assert.NotEmpty(documents);
        Assert.All(documents, document => Assert.Empty(holds.Faults(document)));
    }
}

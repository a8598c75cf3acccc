using System.Text;
using System.Text.Json;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Formats.Tests.Support;

namespace EncordFunctions.Formats.Tests.Changes;

public sealed class ChangeLines
{
    private static readonly ChangesJsonl Format = new();

    private static readonly ObjectChange Change = new()
    {
        LabelHash = "l",
        BranchName = "main",
        DataHash = "d",
        DataTitle = "\"é\" & <b>.jpg",
        Ordinal = 3,
        Earlier = new EarlierPlace("one-0123456789abcdef", 7),
        ObjectHash = "o/+1",
        Kinds = [ChangeKind.Moved, ChangeKind.Reattributed],
        Before = new ObjectState("Car", "f", "bounding_box", "0-4", 5),
        After = new ObjectState("Car", "f", "bounding_box", "0-5", 6),
        Iou = 0.5,
        FramesCompared = 5,
        FramesAdded = 1,
        FramesRemoved = 0,
        Attributes = [new AttributeChange("Doors", false, null, null, null, JsonDocument.Parse("5").RootElement)],
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_says_what_an_object_was_and_what_it_is_and_reads_back()
    {
        var (lines, ledger) = await WriteAsync(new ChangeCounts { Compared = 1 }, static writer => writer.WriteAsync(Change, Stop));

        Assert.Equal(
            """
            {"label_hash":"l","branch_name":"main","data_hash":"d","data_title":"\"é\" & <b>.jpg","ordinal":3,
            "earlier":{"export":"one-0123456789abcdef","ordinal":7},"object_hash":"o/+1","kinds":["moved","reattributed"],
            "before":{"name":"Car","feature_hash":"f","shape":"bounding_box","frames":"0-4","annotations":5},
            "after":{"name":"Car","feature_hash":"f","shape":"bounding_box","frames":"0-5","annotations":6},
            "iou":0.5,"distance":null,"frames_compared":5,"frames_added":1,"frames_removed":0,
            "attributes":[{"name":"Doors","dynamic":false,"frame":null,"frames":null,"before":null,"after":5}],"reason":null}
            """.ReplaceLineEndings("") + "\n",
            lines);
        Assert.Equal((LedgerUnit.Changes, 1L, 1L), (ledger.Of, ledger.In, ledger.Written));
        var read = ObjectChange.Read(Encoding.UTF8.GetBytes(lines!));
        Assert.Equal(Change.Kinds, read.Kinds);
        Assert.Equal((Change.Before, Change.After, Change.Earlier), (read.Before, read.After, read.Earlier));
        Assert.Equal("5", Assert.Single(read.Attributes).After!.Value.GetRawText());
    }

    [Fact]
    public async Task Where_rows_were_compared_the_file_stands_without_a_line_and_where_none_was_there_is_none()
    {
        Assert.Equal("", (await WriteAsync(new ChangeCounts { Compared = 2, Unchanged = 2 }, static _ => default)).Lines);
        Assert.Null((await WriteAsync(new ChangeCounts { New = 2 }, static _ => default)).Lines);
        Assert.Null((await WriteAsync(null, static _ => default)).Lines);
    }

    [Fact]
    public async Task A_row_that_can_not_be_compared_is_in_the_ledger_with_the_reason()
    {
        var (lines, ledger) = await WriteAsync(new ChangeCounts { NotCompared = 1 }, static writer =>
        {
            writer.Skip(LedgerReason.EarlierWithoutHashes);
            return default;
        });

        Assert.Null(lines);
        Assert.Equal((1L, 0L), (ledger.In, ledger.Written));
        Assert.Equal(new LedgerEntry("earlier_without_hashes", 1, "row 3"), Assert.Single(ledger.Skipped));
    }

    private static async Task<(string? Lines, LedgerLine Ledger)> WriteAsync(ChangeCounts? counts, Func<IChangeWriter, ValueTask> write)
    {
        var staged = new MemoryFiles();
        await using var file = staged.Create("fragment", "");
        await using var row = Format.OpenRow(Writing.Row, new FragmentFile(file).Track(Format.Track));
        await write((IChangeWriter)row);
        var ledger = await row.CompleteAsync(Stop);
        await file.CommitAsync(Stop);

        var files = new MemoryFiles();
        var manifest = new Manifest { Export = "two-0123456789abcdef", Blob = "two.zip", ETag = "0x1", Formats = "changes", Changes = counts };
        await using var joining = Format.OpenExport(new ExportContext { Manifest = manifest, Classes = new(null, []) }, files);
        await joining.BeginRowAsync(3, Stop);
        await foreach (var record in FragmentReader.ReadAsync(new MemoryStream(staged.Files["fragment"]), Stop)) await joining.TakeAsync(record, Stop);
        Assert.Equal(ledger.Written, await joining.CompleteAsync(Stop));
        return (files.Files.ContainsKey("changes.jsonl") ? files.Text("changes.jsonl") : null, ledger);
    }
}

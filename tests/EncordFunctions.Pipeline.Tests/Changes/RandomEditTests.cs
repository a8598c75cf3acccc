using CsCheck;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Changes;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Rows;

namespace EncordFunctions.Pipeline.Tests.Changes;

/// <summary>Whatever an annotator did to a row, its hashes tell those objects and no others.</summary>
public sealed class RandomEditTests
{
    private static readonly RowMessage Message = new("one-0123456789abcdef", 0, 0, "a.json", 0, 0, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_objects_that_were_edited_are_the_objects_that_differ() =>
        await Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 60]).SelectMany(static (seed, objects) =>
            Gen.Select(Gen.Const((seed, objects)), Gen.Int[0, 15].Array[objects], Gen.Int[0, 3])).SampleAsync(async (row, done, added) =>
        {
            var before = LoadExport.Create(1, row.objects, row.seed).Row(0);
            var title = before.Truth.Title;
            List<ObjectEdit> edits = [];
            for (var number = 0; number < done.Length; number++)
            {
                // Most objects stay as they are.
                if (done[number] == 7) edits.Add(new ObjectEdit.Remove(title, number));
                if (done[number] > 6) continue;
                if ((done[number] & 1) != 0) edits.Add(new ObjectEdit.Move(title, number, 1, 0));
                if ((done[number] & 2) != 0) edits.Add(new ObjectEdit.Relabel(title, number, "Something else"));
                if ((done[number] & 4) != 0) edits.Add(new ObjectEdit.Reattribute(title, number, SampleAnswer.Text("Remark", $"{number}")));
            }
            for (var i = 0; i < added; i++) edits.Add(new ObjectEdit.Add(title, done.Length + i, "New", 1, 1, 5, 5));
            var earlier = await TallyAsync(before.Json);
            var later = LoadExport.Create(1, row.objects, row.seed).Row(0).Later(edits);

            var expected = later.Edits.GroupBy(static edit => edit.ObjectHash).ToDictionary(
                static of => of.Key, static of => string.Join('+', of.Select(static one => KindOf(one.Edit)).Order()));
            var now = await TallyAsync(later.Json);
            Assert.Equal(expected.OrderBy(static one => one.Key, StringComparer.Ordinal), Differences(earlier, now));
            Assert.Equal(expected.Count == 0, earlier.ContentHash == now.ContentHash);
        }, iter: 150);

    [Fact]
    public async Task Frames_in_any_order_are_the_same_content()
    {
        static SampleRow Film(params long[] order)
        {
            var row = RowBuilder.Video("order.mp4", 100, 100, 20);
            var (car, sign) = (row.Object("Car").During(0, 3, SampleAnswer.Radio("Lamp", "On")), row.Object("Sign"));
            foreach (var frame in order)
            {
                row.Frame(frame).Box(car, frame, 1, 10, 10);
                if (frame % 2 == 0) row.Mask(sign, (x, y) => x < frame && y > 3);
            }
            return row.Build();
        }

        var (one, other) = (await TallyAsync(Film(0, 1, 2, 3, 8).Json), await TallyAsync(Film(8, 2, 3, 0, 1).Json));
        Assert.Equal(one.ContentHash, other.ContentHash);
        Assert.Empty(Differences(one, other));
        Assert.NotEqual(one.ContentHash, (await TallyAsync(Film(0, 1, 2, 3, 9).Json)).ContentHash);
    }

    [Fact]
    public async Task Every_shape_that_is_moved_by_a_fraction_of_a_pixel_differs()
    {
        static SampleRow Shapes() => RowBuilder.Image("shapes.png", 100, 100) is var row ? row
            .Box(row.Object("a"), 1, 2, 3, 4).RotatedBox(row.Object("b"), 1, 2, 3, 4, 5).Polygon(row.Object("c"), [new(1, 1), new(9, 1), new(5, 9)])
            .Polyline(row.Object("d"), [new(1, 1), new(2, 2)]).Point(row.Object("e"), 5, 5).Skeleton(row.Object("f"), [new Joint("nose", new Vertex(4, 4))])
            .Circle(row.Object("g"), 50, 50, 10).Ellipse(row.Object("h"), 50, 50, 10, 5, 30)
            .Perspective(row.Object("i"), [new(10, 10), new(20, 10), new(20, 20), new(10, 20)], new Vertex(50, 50), 0.5).Build() : null!;

        var before = await TallyAsync(Shapes().Json);
        var later = Shapes().Later([.. Enumerable.Range(0, 9).Select(static number => new ObjectEdit.Move("shapes.png", number, 0, 0.001))]);

        Assert.Equal(9, before.Count);
        Assert.Equal(Enumerable.Repeat("Moved", 9), Differences(before, await TallyAsync(later.Json)).Select(static one => one.Value));
    }

    private static string KindOf(ObjectEdit edit) => edit switch
    {
        ObjectEdit.Move => nameof(ChangeKind.Moved),
        ObjectEdit.Relabel => nameof(ChangeKind.Relabelled),
        ObjectEdit.Reattribute => nameof(ChangeKind.Reattributed),
        ObjectEdit.Remove => nameof(ChangeKind.Removed),
        _ => nameof(ChangeKind.Added),
    };

    private static IEnumerable<KeyValuePair<string, string>> Differences(ObjectTally earlier, ObjectTally now)
    {
        var join = new ObjectJoin(now);
        foreach (var entity in earlier.Entities(Message, new LabelRowHeader())) join.Take(entity);
        var bare = new ObjectChange { Ordinal = 0, Earlier = new EarlierPlace("one", 0), ObjectHash = "", Kinds = [] };
        return join.Changed().Select(one => KeyValuePair.Create(one.ObjectHash, string.Join('+', one.ToChange(bare, null, null).Kinds.Select(static kind => $"{kind}").Order())));
    }

    private static async Task<ObjectTally> TallyAsync(ReadOnlyMemory<byte> json)
    {
        var reader = new LabelRowReader(new RowPlace("labels.json", 0, "/0"), null);
        var index = Assert.IsType<RowIndexing.Readable>(await reader.IndexAsync(new MemoryStream(json.ToArray()), Stop)).Index;
        var tally = new ObjectTally();
        await foreach (var one in reader.ReadAsync(new MemoryStream(json.ToArray()), index, Stop)) tally.Take(one);
        return tally;
    }
}

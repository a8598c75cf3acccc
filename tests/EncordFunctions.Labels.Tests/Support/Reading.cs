using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Tests.Support;

/// <summary>Both readings of one row.</summary>
public sealed record Reading(RowIndexing Indexing, IReadOnlyList<RowEvent> Events)
{
    public RowIndex Index => Assert.IsType<RowIndexing.Readable>(Indexing).Index;

    public LabelRowHeader Header => Index.Header;

    public IReadOnlyList<Annotation> Annotations => [.. Events.OfType<RowEvent.AnnotationRead>().Select(read => read.Annotation)];

    public IReadOnlyList<Issue> Skips => [.. Events.OfType<RowEvent.AnnotationSkipped>().Select(skipped => skipped.Issue)];

    public IReadOnlyList<Classification> Classifications => [.. Events.OfType<RowEvent.ClassificationRead>().Select(read => read.Classification)];

    public IReadOnlyList<Issue> ClassificationSkips => [.. Events.OfType<RowEvent.ClassificationSkipped>().Select(skipped => skipped.Issue)];

    public IReadOnlyList<Issue> Found => [.. Events.OfType<RowEvent.IssueFound>().Select(found => found.Issue)];

    public IReadOnlyList<Issue> AllIssues => Indexing is RowIndexing.Unreadable unreadable ? unreadable.Issues : [.. Found, .. Skips, .. ClassificationSkips];

    public Annotation Only => Assert.Single(Annotations);

    /// <summary>Reads a row that stands at the root of its entry.</summary>
    public static Reading Of(string json) => Of(json, new RowPlace("row.json", 0, ""));

    public static Reading Of(string json, RowPlace place) => OfAsync(Encoding.UTF8.GetBytes(json), place, bytes => new MemoryStream(bytes)).GetAwaiter().GetResult();

    /// <summary>Reads a row with an ontology.</summary>
    public static Reading Of(string json, Ontology ontology) =>
        OfAsync(Encoding.UTF8.GetBytes(json), new RowPlace("row.json", 0, ""), bytes => new MemoryStream(bytes), ontology).GetAwaiter().GetResult();

    public static async Task<Reading> OfAsync(byte[] json, RowPlace place, Func<byte[], Stream> open, Ontology? ontology = null)
    {
        var reader = new LabelRowReader(place, ontology);
        var indexing = await reader.IndexAsync(open(json), CancellationToken.None);
        var events = new List<RowEvent>();
        if (indexing is RowIndexing.Readable readable)
        {
            await foreach (var next in reader.ReadAsync(open(json), readable.Index, CancellationToken.None)) events.Add(next);
        }
        return new Reading(indexing, events);
    }
}

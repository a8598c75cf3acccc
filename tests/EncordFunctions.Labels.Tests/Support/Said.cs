using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Labels.Tests.Support;

/// <summary>What a reading says of a row, so that a table can state it: code, pointer, and the first bytes of what the offset is at.</summary>
public static class Said
{
    public static IEnumerable<string> Of(string row, Reading reading) => reading.AllIssues.Select(issue => $"{issue.Code.Id} {issue.Pointer} {At(row, issue)}");

    /// <summary>Reads a row with an ontology.</summary>
    public static Reading With(string ontology, string row)
    {
        var known = Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(Encoding.UTF8.GetBytes(ontology), "ontology.json")).Ontology;
        return Reading.OfAsync(Encoding.UTF8.GetBytes(row), new RowPlace("row.json", 0, ""), bytes => new MemoryStream(bytes), known).GetAwaiter().GetResult();
    }

    private static string At(string row, Issue issue) => row[(int)issue.Offset..Math.Min(row.Length, (int)issue.Offset + 5)];
}

using System.Text;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Labels.Tests.Support;

/// <summary>An ontology that is read without an issue.</summary>
public static class KnownOntology
{
    public static Ontology Of(string json)
    {
        var readable = Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(Encoding.UTF8.GetBytes(json), "ontology.json"));
        Assert.Empty(readable.Issues);
        return readable.Ontology;
    }
}

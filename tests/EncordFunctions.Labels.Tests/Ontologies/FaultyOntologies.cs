using System.Text;
using System.Text.Json;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Ontologies;

public sealed class FaultyOntologies
{
    [Theory]
    [InlineData("[]", "a list")]
    [InlineData("7", "a number")]
    [InlineData("null", "null")]
    [InlineData("{}", "an object without the lists objects and classifications")]
    [InlineData("""{"objects": {}, "classifications": null, "skeleton_templates": []}""", "an object without the lists objects and classifications")]
    [InlineData("""{"title": {"objects": []}, "tags": [{"objects": []}]}""", "an object without the lists objects and classifications")]
    [InlineData("""{"editor": 7, "structure": [{"objects": []}]}""", "an object without the lists objects and classifications")]
    [InlineData("""{"editor": {"editor": {"objects": []}, "structure": {"objects": []}}}""", "an object without the lists objects and classifications")]
    [InlineData("""{"structure": {"editor": {"objects": []}, "structure": {"objects": []}}}""", "an object without the lists objects and classifications")]
    public void What_is_no_ontology_is_told_by_what_it_is(string json, string found)
    {
        var issue = Assert.IsType<OntologyReading.Unreadable>(OntologyReader.Read(Encoding.UTF8.GetBytes(json), "")).Issue;

        Assert.Equal(("EL408", $"Expected an ontology, found {found}."), (issue.Code.Id, issue.Message));
    }

    [Theory]
    [InlineData("""{"objects": [ELEMENT{"featureNodeHash": "o"}]}""", "object class", "an object class", "/objects/0")]
    [InlineData("""{"classifications": [ELEMENT{"featureNodeHash": "c"}]}""", "classification", "a classification", "/classifications/0")]
    [InlineData("""{"objects": [{"featureNodeHash": "o", "attributes": [ELEMENT{"featureNodeHash": "a"}]}]}""", "attribute", "an attribute", "/objects/0/attributes/0")]
    [InlineData(
        """{"objects": [{"featureNodeHash": "o", "attributes": [{"featureNodeHash": "a", "options": [ELEMENT{"featureNodeHash": "p"}]}]}]}""",
        "option", "an option", "/objects/0/attributes/0/options/0")]
    [InlineData(
        """{"classifications": [{"featureNodeHash": "c", "attributes": [{"featureNodeHash": "a", "options": [{"featureNodeHash": "p", "options": [ELEMENT{"featureNodeHash": "b"}]}]}]}]}""",
        "attribute", "an attribute", "/classifications/0/attributes/0/options/0/options/0")]
    public void What_no_label_can_name_is_left_out_with_the_reason(string json, string kind, string expected, string pointer)
    {
        var without = JsonSerializer.Serialize(KnownOntology.Of(json.Replace("ELEMENT", "", StringComparison.Ordinal)));
        var unnamed = $"The {kind} has no featureNodeHash, so no label can name it; it is left out.";
        foreach (var (element, message) in new[]
        {
            ("""{"id": "1", "note": {"featureNodeHash": "no"}}""", unnamed), ("""{"featureNodeHash": ""}""", unnamed), ("""{"featureNodeHash": null}""", unnamed),
            ("7", $"Expected {expected}, found a number; it is left out."), ("[{}]", $"Expected {expected}, found a list; it is left out."),
        })
        {
            var readable = Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(Encoding.UTF8.GetBytes(json.Replace("ELEMENT", $"{element}, ", StringComparison.Ordinal)), ""));

            var issue = Assert.Single(readable.Issues);
            Assert.Equal(("EL410", pointer, json.IndexOf("ELEMENT", StringComparison.Ordinal), message), (issue.Code.Id, issue.Pointer, issue.Offset, issue.Message));
            Assert.Equal(without, JsonSerializer.Serialize(readable.Ontology));
        }
    }

    [Theory]
    [InlineData("7", "a number")]
    [InlineData("{\"x\": 1}", "an object")]
    [InlineData("null", null)]
    public void A_list_that_is_none_is_named_and_what_follows_is_read(string value, string? found)
    {
        var json = $$"""{"objects": [{"attributes": {{value}}, "featureNodeHash": "o"}], "classifications": []}""";

        var readable = Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(Encoding.UTF8.GetBytes(json), ""));

        Assert.Equal(
            found is null ? [] : [("EL410", "/objects/0/attributes", 28L, $"Expected a list, found {found}; it is left out.")],
            readable.Issues.Select(static issue => (issue.Code.Id, issue.Pointer, issue.Offset, issue.Message)));
        Assert.Empty(Assert.Single(readable.Ontology.Objects).Attributes);
    }

    [Theory]
    [InlineData("""{"template": {"name": "A"}, "note": {"name": "no"}, "by": [7]}""", "A: ; ")]
    [InlineData("""{"template": {"name": "A", "note": {"1": {"2": 0}}, "skeleton": 7, "skeletonEdges": [1]}}""", "A: ; ")]
    [InlineData("""{"template": {"skeleton": null, "skeletonEdges": {}, "name": "A"}}""", "A: ; ")]
    [InlineData("""{"template": {"skeleton": {"2": {"name": "b"}, "1": 7, "0": null, "x": {}, "10": {"at": [1], "name": "c", "x": {"name": "no"}}, "-1": {}}}}""", ": -1,2b,10c,x; ")]
    [InlineData("""{"template": {"skeletonEdges": {"1": 7, "2": null, "3": {"4": {"5": {}}, "5": 7, "6": [1]}, "7": "8", "8": {}, "9": {"1": null}}}}""", ": ; 3-4,3-5,3-6,9-1")]
    [InlineData("""{"template": 7}""", "")]
    [InlineData("""{"template": null, "note": {"name": "no"}}""", "")]
    public void Of_a_skeleton_template_what_can_not_be_read_is_passed_over(string template, string expected)
    {
        var ontology = KnownOntology.Of($$$"""{"skeleton_templates": [{{{template}}}, {"template": {"name": "last"}}], "objects": []}""");

        string[] all = [.. ontology.SkeletonTemplates.Select(static one =>
            $"{one.Name}: {string.Join(',', one.Points.Select(static point => point.Key + point.Name))}; {string.Join(',', one.Edges.Select(static edge => $"{edge.From}-{edge.To}"))}")];
        Assert.Equal(expected.Length == 0 ? ["last: ; "] : [expected, "last: ; "], all);
    }

    [Fact]
    public void Only_a_list_is_one_of_skeleton_templates()
    {
        var ontology = KnownOntology.Of("""{"skeleton_templates": {"template": {"name": "A"}}, "tags": [7, {"template": {"name": "B"}}], "objects": []}""");

        Assert.Empty(ontology.SkeletonTemplates);
    }
}

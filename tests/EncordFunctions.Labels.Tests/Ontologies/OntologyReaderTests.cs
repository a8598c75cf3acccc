using System.Text;
using System.Text.Json;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Ontologies;

public sealed class OntologyReaderTests
{
    [Fact]
    public void Classes_are_found_by_their_hash_with_what_the_project_says_of_them()
    {
        var ontology = KnownOntology.Of(Traffic.Json);

        var car = ontology.FindObject("oCar")!;
        Assert.Equal(("1", "Car", "#FF0000", "bounding_box", true, false), (car.Id, car.Name, car.Color, car.Shape, car.Required, car.Archived));
        Assert.Equal(("2", "skeleton"), (ontology.FindObject("oPerson")!.Id, ontology.FindObject("oPerson")!.Shape));
        var weather = ontology.FindClassification("cWeather")!;
        Assert.Equal(("Weather", "global"), (weather.Name, weather.Level));
        Assert.Null(ontology.FindObject("cWeather"));
        Assert.Null(ontology.FindClassification("oCar"));
        Assert.Null(ontology.FindObject(null));
        Assert.Null(ontology.FindClassification(null));
        Assert.Null(ontology.FindAttribute(null));
        Assert.Null(ontology.FindOption(null));
    }

    [Fact]
    public void Attributes_and_options_of_any_depth_know_what_they_belong_to()
    {
        var ontology = KnownOntology.Of(Traffic.Json);

        var kind = ontology.FindAttribute("aKind")!;
        Assert.Equal(("Kind", AttributeTypes.Radio, true, false), (kind.Attribute.Name, kind.Attribute.Type, kind.Attribute.Required, kind.Attribute.Dynamic));
        Assert.Same(ontology.FindObject("oCar"), kind.Owner);
        Assert.Null(kind.Under);
        var number = ontology.FindAttribute("aNumber")!;
        Assert.Same(ontology.FindObject("oCar"), number.Owner);
        Assert.Same(ontology.FindOption("pTaxi")!.Option, number.Under);
        Assert.Same(kind.Attribute, ontology.FindOption("pTaxi")!.Attribute);
        Assert.Equal(("Private car", "private_car"), (ontology.FindOption("pPrivate")!.Option.Label, ontology.FindOption("pPrivate")!.Option.Value));
        Assert.True(ontology.FindAttribute("aLights")!.Attribute.Dynamic);
        Assert.True(ontology.FindOption("pBrake")!.Option.Archived);
        Assert.Equal(AttributeTypes.Text, ontology.FindAttribute("aPlate")!.Attribute.Type);
        Assert.Same(ontology.FindClassification("cWeather"), ontology.FindAttribute("aWeather")!.Owner);
        Assert.Null(ontology.FindOption("aKind"));
    }

    [Fact]
    public void A_skeleton_template_has_its_points_in_the_order_of_their_numbers_and_its_bones()
    {
        var template = Assert.Single(KnownOntology.Of(Traffic.Json).SkeletonTemplates);

        Assert.Equal(("Person", "sPerson"), (template.Name, template.Hash));
        Assert.Equal([("9", "head", "fHead"), ("10", "foot", null)], template.Points.Select(static point => (point.Key, point.Name, point.FeatureHash)));
        Assert.Equal(new SkeletonEdge("9", "10"), Assert.Single(template.Edges));
    }

    [Theory]
    [InlineData("editor")]
    [InlineData("structure")]
    public void An_ontology_inside_its_own_record_is_the_same(string member) =>
        Assert.NotNull(KnownOntology.Of($$"""{"ontology_hash": "x", "title": "Street", "{{member}}": {{Traffic.Json}}}""").FindAttribute("aNumber"));

    [Theory]
    [InlineData("""{"objects": [""", "EL407", 13)]
    [InlineData("[]", "EL408", 0)]
    [InlineData("""{"images": [], "objects": {}}""", "EL408", 0)]
    [InlineData("", "EL407", 0)]
    public void What_is_no_ontology_is_one_issue_with_its_place(string json, string code, long offset)
    {
        var issue = Assert.IsType<OntologyReading.Unreadable>(OntologyReader.Read(Encoding.UTF8.GetBytes(json), "a/ontology.json")).Issue;

        Assert.Equal((code, "a/ontology.json", offset), (issue.Code.Id, issue.Entry, issue.Offset));
    }

    [Theory]
    [InlineData("""{"objects": [{"name": "Car"}]}""", "EL410", "/objects/0", 13)]
    [InlineData("""{"objects": [7]}""", "EL410", "/objects/0", 13)]
    [InlineData("""{"editor": {"classifications": [{"featureNodeHash": "c", "attributes": 1}]}}""", "EL410", "/editor/classifications/0/attributes", 71)]
    [InlineData("""{"objects": [{"featureNodeHash": "a"}, {"featureNodeHash": "a"}]}""", "EL411", "/objects/1", 39)]
    [InlineData("""{"objects": [{"featureNodeHash": "a", "color": "red"}]}""", "EL302", "/objects/0/color", 47)]
    public void A_part_that_is_not_as_it_should_be_is_an_issue_and_the_rest_is_read(string json, string code, string pointer, long offset)
    {
        var readable = Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(Encoding.UTF8.GetBytes(json), "ontology.json"));

        var issue = Assert.Single(readable.Issues);
        Assert.Equal((code, pointer, offset), (issue.Code.Id, issue.Pointer, issue.Offset));
    }

    [Fact]
    public void Members_nobody_knows_change_nothing()
    {
        const string Note = """{"note": {"name": "no", "featureNodeHash": "no", "objects": [7], "1": {"2": {}}}, "by": ["name"], "at": 7, """;
        var json = Traffic.Json;
        foreach (var first in new[] { "\"objects\"", "\"id\"", "\"template\"", "\"name\": \"Person\"", "\"x\"" }) json = json.Replace($"{{{first}", $"{Note}{first}", StringComparison.Ordinal);

        Assert.Equal(16, json.Split(Note).Length - 1);
        Assert.Equal(JsonSerializer.Serialize(KnownOntology.Of(Traffic.Json)), JsonSerializer.Serialize(KnownOntology.Of(json)));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("\"FLAG\": false,", false)]
    [InlineData("\"FLAG\": null,", false)]
    [InlineData("\"FLAG\": true,", true)]
    [InlineData("\"FLAG\": \"true\",", true)]
    public void What_is_required_dynamic_or_archived_is_said_to_be_so(string member, bool expected)
    {
        string Flag(string name) => member.Replace("FLAG", name, StringComparison.Ordinal);
        var ontology = KnownOntology.Of($$"""
            {"objects": [{ {{Flag("required")}} {{Flag("archived")}} "featureNodeHash": "o", "attributes": [{ {{Flag("required")}} {{Flag("dynamic")}} {{Flag("archived")}} "featureNodeHash": "a",
            "options": [{ {{Flag("archived")}} "featureNodeHash": "p"}]}]}]}
            """);

        var (one, attribute, option) = (ontology.FindObject("o")!, ontology.FindAttribute("a")!.Attribute, ontology.FindOption("p")!.Option);
        bool[] said = [one.Required, one.Archived, attribute.Required, attribute.Dynamic, attribute.Archived, option.Archived];
        Assert.All(said, flag => Assert.Equal(expected, flag));
    }

    [Fact]
    public void The_first_of_two_classes_with_one_hash_is_the_one_that_is_found()
    {
        var readable = (OntologyReading.Readable)OntologyReader.Read(
            """{"objects": [{"featureNodeHash": "a", "name": "First"}, {"featureNodeHash": "a", "name": "Second"}]}"""u8.ToArray(), "");

        Assert.Equal(2, readable.Ontology.Objects.Count);
        Assert.Equal("First", readable.Ontology.FindObject("a")!.Name);
    }

    [Fact]
    public async Task However_it_comes_a_stream_reads_as_its_bytes_do()
    {
        var bytes = Encoding.UTF8.GetBytes(Traffic.Json);

        var reading = await OntologyReader.ReadAsync(new ChunkedStream(bytes, static _ => 7), "", TestContext.Current.CancellationToken);

        Assert.NotNull(Assert.IsType<OntologyReading.Readable>(reading).Ontology.FindAttribute("aNumber"));
    }

    [Fact]
    public async Task A_stream_past_the_limit_is_refused_without_being_read_to_its_end()
    {
        await using var endless = new Spaces();

        var reading = await OntologyReader.ReadAsync(endless, "", TestContext.Current.CancellationToken);

        Assert.Equal("EL409", Assert.IsType<OntologyReading.Unreadable>(reading).Issue.Code.Id);
    }

    [Fact]
    public void The_largest_ontology_that_is_read_has_16_MiB()
    {
        var bytes = new byte[OntologyReader.MostBytes + 1];
        bytes.AsSpan().Fill((byte)' ');
        "{\"objects\":[]}"u8.CopyTo(bytes);

        Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(bytes.AsMemory(0, OntologyReader.MostBytes), ""));
        var issue = Assert.IsType<OntologyReading.Unreadable>(OntologyReader.Read(bytes, "")).Issue;
        Assert.Equal(("EL409", "The ontology is larger than 16 MiB, which no ontology is."), (issue.Code.Id, issue.Message));
    }

    private sealed class Spaces : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            return new(buffer.Length);
        }
    }
}

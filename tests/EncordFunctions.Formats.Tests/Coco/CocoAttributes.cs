using System.Text.Json;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Coco;

public sealed class CocoAttributes
{
    [Theory]
    [InlineData("")]
    [InlineData("encord")]
    public async Task Dynamic_attributes_are_those_of_the_frame_on_every_frame_of_every_video(string variants)
    {
        // Neither video starts at frame 0, and the second one's answers are not the first one's: what the vendor's exporter gets wrong.
        SampleRow Film(string title, long from, string early, string late)
        {
            var row = RowBuilder.Video(title, 320, 240, 100).Actions(ActionStyle.Sdk);
            var light = row.Object("Light").With(SampleAnswer.Text("Road", title))
                .During(from, from + 2, SampleAnswer.Radio("Shows", early)).During(from + 3, from + 5, SampleAnswer.Radio("Shows", late));
            for (var frame = from; frame < from + 7; frame++) row.Frame(frame).Box(light, 10, 10, 20, 40);
            return row.Build();
        }
        var export = new ExportBuilder().List("a.json", Film("one.mp4", 5, "Red", "Green"), Film("two.mp4", 20, "Green", "Amber")).Ontology();
        var ontology = OntologyOf(export);

        var file = await CocoFile.OfAsync(variants, ontology, [Film("one.mp4", 5, "Red", "Green"), Film("two.mp4", 20, "Green", "Amber")]);

        string?[] expected = ["Red", "Red", "Red", "Green", "Green", "Green", null, "Green", "Green", "Green", "Amber", "Amber", "Amber", null];
        Assert.Equal(expected, file.Annotations.Select(one => Answers(one).TryGetProperty("Shows", out var shows) ? shows.GetString() : null));
        Assert.Equal(["one.mp4", "two.mp4"], file.Annotations.Select(one => Answers(one).GetProperty("Road").GetString()).Distinct());
    }

    [Fact]
    public async Task Answers_are_texts_numbers_options_and_lists_of_options()
    {
        var row = RowBuilder.Image("a.jpg", 320, 240);
        var car = row.Object("Car").With(
            SampleAnswer.Radio("Colour", "Red"), SampleAnswer.Checklist("Wears", "Hat", "Coat"), SampleAnswer.Text("Plate", "K \"1\""), SampleAnswer.Number("Doors", 5));
        row.Box(car, 1, 1, 10, 10);
        var built = row.Build();
        var ontology = OntologyOf(new ExportBuilder().List("a.json", built).Ontology());

        var known = await CocoFile.OfAsync("", ontology, [built]);
        var unknown = await CocoFile.OfAsync("", null, [built]);
        var vendor = await CocoFile.OfAsync("encord", ontology, [built]);

        AssertSame("""{"Colour":"Red","Wears":["Hat","Coat"],"Plate":"K \"1\"","Doors":5}""", Answers(known.Only));
        // Without an ontology nothing tells a radio from a checklist, so that both are lists, always.
        AssertSame("""{"Colour":["Red"],"Wears":["Hat","Coat"],"Plate":"K \"1\"","Doors":5}""", Answers(unknown.Only));
        AssertSame("""{"Colour":"Red","Hat":true,"Coat":true,"Plate":"K \"1\"","Doors":5}""", Answers(vendor.Only));
    }

    [Fact]
    public async Task The_vendors_form_says_what_was_not_answered()
    {
        var (full, bare) = (RowBuilder.Image("a.jpg", 320, 240), RowBuilder.Image("b.jpg", 320, 240));
        full.Box(full.Object("Car").With(SampleAnswer.Checklist("Wears", "Hat", "Coat"), SampleAnswer.Radio("Colour", "Red")), 1, 1, 10, 10);
        bare.Box(bare.Object("Car"), 1, 1, 10, 10);
        SampleRow[] rows = [full.Build(), bare.Build()];
        var ontology = OntologyOf(new ExportBuilder().List("a.json", rows).Ontology());

        var vendor = await CocoFile.OfAsync("encord", ontology, rows);
        var own = await CocoFile.OfAsync("", ontology, rows);

        AssertSame("""{"Hat":false,"Coat":false,"Colour":null}""", Answers(vendor.Annotations[1]));
        AssertSame("{}", Answers(own.Annotations[1]));
    }

    [Fact]
    public async Task Attributes_of_one_name_are_told_apart_and_the_dynamic_answer_holds()
    {
        var row =
            """
            {"label_hash":"l","data_type":"video","data_units":{"v":{"data_hash":"v","data_type":"video/mp4","width":100,"height":100,"labels":{"3":{"objects":[
            {"objectHash":"o","featureHash":"f","name":"n","shape":"bounding_box","boundingBox":{"x":0.1,"y":0.1,"w":0.2,"h":0.2}}]}}}},
            "object_answers":{"o":{"objectHash":"o","classifications":[
            {"name":"Side","featureHash":"a","answers":"static"},{"name":"Side","featureHash":"b","answers":"other"}]}},
            "object_actions":{"o":{"objectHash":"o","actions":[{"name":"Side","featureHash":"a","dynamic":true,"answers":"moving","range":[[0,9]]}]}}}
            """;

        AssertSame("""{"Side":"other","Side (a)":"moving"}""", Answers((await CocoFile.OfAsync("", null, row)).Only));
    }

    private static JsonElement Answers(JsonElement annotation) => annotation.GetProperty("attributes").GetProperty("classifications");

    private static void AssertSame(string expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(expected).RootElement, actual), $"Expected {expected}, found {actual.GetRawText()}");

    private static Ontology OntologyOf(ExportBuilder export)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(export.ToArray().ToArray()));
        using var content = new MemoryStream();
        using (var from = zip.Entries.Single(entry => entry.Name == "ontology.json").Open()) from.CopyTo(content);
        return Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(content.ToArray(), "ontology.json")).Ontology;
    }
}

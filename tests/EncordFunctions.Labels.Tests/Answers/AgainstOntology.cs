using System.Text;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Answers;

public sealed class AgainstOntology
{
    private static readonly Ontology Known = Assert.IsType<OntologyReading.Readable>(OntologyReader.Read(Encoding.UTF8.GetBytes("""
        {"objects":[
          {"id":"1","name":"Car","color":"#D33115","shape":"bounding_box","featureNodeHash":"car","attributes":[
            {"id":"1.1","name":"Kind","type":"radio","featureNodeHash":"kind","options":[
              {"label":"Van","value":"van","featureNodeHash":"van","options":[
                {"id":"1.1.1","name":"Cargo","type":"checklist","featureNodeHash":"cargo","options":[{"label":"Wood","featureNodeHash":"wood"},{"label":"Iron","featureNodeHash":"iron","options":[
                  {"name":"Weight","type":"numeric","featureNodeHash":"weight"}]}]}]},
              {"label":"Bus","value":"bus","featureNodeHash":"bus"}]},
            {"id":"1.2","name":"Note","type":"text","featureNodeHash":"note"},{"type":"slider","featureNodeHash":"odd"},{"featureNodeHash":"bare"}]},
          {"id":"2","name":"Voice","color":"#00FF00","shape":"audio","featureNodeHash":"voice","attributes":[{"name":"Loud","type":"numeric","featureNodeHash":"loud"}]}],
         "classifications":[{"id":"1","featureNodeHash":"weather","attributes":[{"id":"1.1","name":"Sky","type":"radio","featureNodeHash":"sky","options":[
           {"label":"Blue","featureNodeHash":"blue"},{"label":"Grey","featureNodeHash":"grey"}]}]}]}
        """), "ontology.json")).Ontology;

    [Fact]
    public void Attributes_know_their_type_and_nested_ones_stand_under_their_options()
    {
        var reading = Of(Car(), Static("""
            {"featureHash":"weight","answers":7},{"featureHash":"cargo","answers":[{"featureHash":"wood"},{"featureHash":"iron"}]},{"featureHash":"note","answers":"x"},
            {"featureHash":"kind","answers":[{"featureHash":"van"}]}
            """));

        Assert.Empty(reading.AllIssues);
        Assert.Equal([("note", "text"), ("kind", "radio")], reading.Only.Attributes.Select(answer => (answer.FeatureHash, answer.Type)));
        var cargo = Assert.Single(Assert.Single(Chosen(reading.Only.Attributes[1])).Attributes);
        Assert.Equal(("cargo", "checklist"), (cargo.FeatureHash, cargo.Type));
        Assert.Equal(["", "weight"], Chosen(cargo).Select(option => string.Concat(option.Attributes.Select(nested => nested.FeatureHash))));
    }

    [Fact]
    public void A_nested_attribute_whose_option_is_not_chosen_stays_where_it_is()
    {
        var reading = Of(Car(), Static("""{"featureHash":"cargo","answers":[]},{"featureHash":"kind","answers":[{"featureHash":"bus"}]}"""));

        Assert.Equal(["cargo", "kind"], reading.Only.Attributes.Select(answer => answer.FeatureHash));
    }

    [Fact]
    public void Without_an_ontology_attributes_are_flat_and_of_no_type()
    {
        var reading = Reading.Of(Row.Of("image", Row.Unit("u", Row.Labels(Car())), Static("""{"featureHash":"cargo","answers":[]},{"featureHash":"kind","answers":[{"featureHash":"van"}]}""")));

        Assert.Equal([("cargo", null), ("kind", null)], reading.Only.Attributes.Select(answer => (answer.FeatureHash, answer.Type)));
    }

    [Fact]
    public void The_last_answer_of_a_dynamic_radio_wins_and_a_checklist_is_joined()
    {
        var reading = Of(Car(), """
            "object_actions":{"a":{"actions":[
            {"featureHash":"kind","answers":[{"featureHash":"bus"}],"range":[[0,5]]},{"featureHash":"kind","answers":[{"featureHash":"van"}],"range":[[0,5]]},
            {"featureHash":"cargo","answers":[{"featureHash":"wood"}],"range":[[0,5]]},{"featureHash":"cargo","answers":[{"featureHash":"iron"}],"range":[[0,5]]}]}}
            """);

        var kind = Assert.Single(reading.Only.Attributes);
        Assert.Equal("/kind=[van]*", EventText.Of(kind));
        Assert.Equal("/cargo=[wood,iron]*", EventText.Of(Assert.Single(Assert.Single(Chosen(kind)).Attributes)));
    }

    [Theory]
    [InlineData("""{"featureHash":"new","answers":"x"}""", "EL404", "/object_answers/a/classifications/0")]
    [InlineData("""{"answers":"x"}""", "EL404", "/object_answers/a/classifications/0")]
    [InlineData("""{"featureHash":"kind","answers":[{"featureHash":"boat"}]}""", "EL405", "/object_answers/a/classifications/0/answers/0")]
    [InlineData("""{"featureHash":"kind","answers":[{"featureHash":"wood"}]}""", "EL405", "/object_answers/a/classifications/0/answers/0")]
    [InlineData("""{"featureHash":"kind","answers":"Van"}""", "EL406", "/object_answers/a/classifications/0/answers")]
    [InlineData("""{"featureHash":"kind","answers":[{"featureHash":"van"},{"featureHash":"bus"}]}""", "EL406", "/object_answers/a/classifications/0/answers")]
    [InlineData("""{"featureHash":"note","answers":5}""", "EL406", "/object_answers/a/classifications/0/answers")]
    [InlineData("""{"featureHash":"weight","answers":"5"}""", "EL406", "/object_answers/a/classifications/0/answers")]
    [InlineData("""{"featureHash":"cargo","answers":"x"}""", "EL406", "/object_answers/a/classifications/0/answers")]
    public void An_answer_that_the_ontology_does_not_allow_is_named_and_kept(string attribute, string code, string pointer)
    {
        var reading = Of(Car(), Static(attribute));

        Assert.Single(reading.Only.Attributes);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((code, pointer, "a"), (issue.Code.Id, issue.Pointer, issue.ObjectHash));
    }

    [Theory]
    [InlineData("""{"name":"n","answers":"x"}""", "The ontology has no attribute without a featureHash (n).")]
    [InlineData("""{"featureHash":"new","name":"n","answers":"x"}""", "The ontology has no attribute new (n).")]
    [InlineData("""{"featureHash":"kind","answers":[{"name":"Boat"}]}""", "Attribute kind has no option without a featureHash (Boat).")]
    [InlineData("""{"featureHash":"kind","answers":[{"featureHash":"boat","name":"Boat"}]}""", "Attribute kind has no option boat (Boat).")]
    [InlineData("""{"featureHash":"cargo","answers":5}""", "Attribute cargo is a checklist; its answer is a number.")]
    [InlineData("""{"featureHash":"kind","answers":[]}""", "Attribute kind is a radio; its answer is a list of 0 options.")]
    [InlineData("""{"featureHash":"kind","answers":"Van"}""", "Attribute kind is a radio; its answer is a text.")]
    public void What_the_ontology_does_not_allow_is_said_in_plain_words(string attribute, string message) =>
        Assert.Equal(message, Assert.Single(Of(Car(), Static(attribute)).AllIssues).Message);

    [Theory]
    [InlineData("kind", "null", "radio")]
    [InlineData("note", "null", "text")]
    [InlineData("cargo", "[]", "checklist")]
    [InlineData("odd", "\"x\"", "slider")]
    [InlineData("odd", "5", "slider")]
    [InlineData("bare", "[]", null)]
    public void An_attribute_that_is_not_answered_or_of_a_type_nobody_knows_is_no_fault(string attribute, string answers, string? type)
    {
        var reading = Of(Car(), Static($$"""{"featureHash":"{{attribute}}","answers":{{answers}}}"""));

        Assert.Empty(reading.AllIssues);
        Assert.Equal((attribute, type), Assert.Single(reading.Only.Attributes) is var answer ? (answer.FeatureHash, answer.Type) : default);
    }

    [Fact]
    public void An_attribute_of_another_class_is_named()
    {
        var reading = Of(Car(), Static("""{"featureHash":"loud","answers":5}"""));

        Assert.Equal((IssueCatalogue.AttributeNotInOntology, "a"), Assert.Single(reading.AllIssues) is var issue ? (issue.Code, issue.ObjectHash) : default);
    }

    [Theory]
    [InlineData("""{"objectHash":"a","featureHash":"plane","name":"Plane",BOX}""", "EL401", "/featureHash")]
    [InlineData("""{"objectHash":"a","name":"Plane",BOX}""", "EL401", "/featureHash")]
    [InlineData("""{"objectHash":"a","featureHash":"car","name":"Auto",BOX}""", "EL402", "/name")]
    [InlineData("""{"objectHash":"a","featureHash":"car","name":"Car","shape":"point","point":{"0":{"x":0.5,"y":0.5}}}""", "EL403", "/shape")]
    public void An_object_that_differs_from_its_class_is_named_once_and_kept(string item, string code, string path)
    {
        item = item.Replace("BOX", Row.Box, StringComparison.Ordinal);
        var again = item.Replace("\"objectHash\":\"a\"", "\"objectHash\":\"b\"", StringComparison.Ordinal);

        var reading = Of($"{item},{again}", "\"object_answers\":{}");

        Assert.Equal(2, reading.Annotations.Count);
        var issue = Assert.Single(reading.AllIssues);
        Assert.Equal((code, $"/data_units/u/labels/objects/0{path}", "a", Severity.Warning), (issue.Code.Id, issue.Pointer, issue.ObjectHash, issue.Code.Severity));
    }

    [Fact]
    public void Range_objects_are_named_and_coloured_by_their_class()
    {
        var reading = Read(Row.Of("audio", Row.Unit("u", "{}", ""), """ "object_answers":{"a":{"featureHash":"voice","range":[[0,5]]},"b":{"featureHash":"voice","name":"Voice","color":"#123456","range":[[0,5]]}} """));

        Assert.Equal([("Voice", "#00FF00", "audio"), ("Voice", "#123456", "audio")], reading.Annotations.Select(annotation => (annotation.Name, annotation.Color, annotation.Shape.Name)));
        Assert.Empty(reading.AllIssues);
    }

    [Theory]
    [InlineData("weather", "Sky", "blue", null)]
    [InlineData("climate", "Sky", "blue", "EL401")]
    [InlineData("weather", "Heaven", "blue", "EL402")]
    [InlineData("weather", "Sky", "pink", "EL405")]
    public void Classifications_are_held_against_the_ontology_too(string feature, string name, string option, string? code)
    {
        var frame = $$"""{"objects":[],"classifications":[{"classificationHash":"c","featureHash":"{{feature}}","name":"{{name}}"}]}""";

        var reading = Read(Row.Of("image", Row.Unit("u", frame), $$$""" "classification_answers":{"c":{"classifications":[{"featureHash":"sky","answers":[{"featureHash":"{{{option}}}"}]}]}} """));

        var classification = Assert.Single(reading.Classifications);
        Assert.Equal((name, "radio"), (classification.Name, Assert.Single(classification.Answers).Type));
        Assert.Equal(code is null ? [] : [code], reading.AllIssues.Select(issue => issue.Code.Id));
    }

    private static IReadOnlyList<ChosenOption> Chosen(AttributeAnswer answer) => Assert.IsType<AnswerValue.Options>(answer.Answer).Chosen;

    private static string Car() => Row.Object("a", Row.Box).Replace("feature0", "car", StringComparison.Ordinal);

    private static string Static(string attributes) => $$"""
        "object_answers":{"a":{"classifications":[{{attributes}}]} }
        """;

    private static Reading Of(string objects, string answers) => Read(Row.Of("image", Row.Unit("u", Row.Labels(objects)), answers));

    private static Reading Read(string row) => Reading.Of(row, Known);
}

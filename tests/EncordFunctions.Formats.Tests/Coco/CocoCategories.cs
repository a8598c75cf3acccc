using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Coco;

public sealed class CocoCategories
{
    private static readonly Ontology Known = new(
        [
            new OntologyObject("c") { Name = "Car", Shape = "bounding_box" },
            new OntologyObject("s") { Name = "Speech", Shape = "audio" },
            new OntologyObject("h") { Name = "Hand", Shape = "skeleton" },
            new OntologyObject("p") { Name = "Spot", Shape = "point" },
        ],
        [],
        [
            new SkeletonTemplate("Hand")
            {
                Points = [new("1", "wrist", "w"), new("2", "thumb", "t"), new("10", "little", "l")],
                Edges = [new("1", "2"), new("1", "10"), new("1", "99")],
            },
        ]);

    [Fact]
    public async Task Every_class_has_its_number_in_the_ontology_whether_it_occurs_or_not()
    {
        var file = await CocoFile.OfAsync("", Known, Row(Box("x", "Tree"), Box("c", "Car")));

        Assert.Equal(
            [(1, "Car", "bounding_box"), (2, "Speech", "audio"), (3, "Hand", "skeleton"), (4, "Spot", "point"), (5, "Tree", "bounding_box")],
            file.Categories.Select(one => (one.GetProperty("id").GetInt32(), one.GetProperty("name").GetString(), one.GetProperty("supercategory").GetString())));
        Assert.Equal([5, 1], file.Annotations.Select(one => one.GetProperty("category_id").GetInt32()));
        Assert.Equal("""["wrist","thumb","little"]""", file.Categories[2].GetProperty("keypoints").GetRawText());
        Assert.Equal("[[1,2],[1,3]]", file.Categories[2].GetProperty("skeleton").GetRawText());
        Assert.Equal("""["keypoint"]""", file.Categories[3].GetProperty("keypoints").GetRawText());
    }

    [Fact]
    public async Task The_vendors_form_does_not_count_classes_of_audio_and_text()
    {
        var file = await CocoFile.OfAsync("encord", Known, Row(Box("c", "Car")));

        Assert.Equal(
            [
                """{"id":1,"name":"Car","supercategory":"bounding_box"}""",
                """{"id":2,"name":"Hand","supercategory":"skeleton"}""",
                """{"id":3,"name":"Spot","supercategory":"point","keypoints":"keypoint","skeleton":[]}""",
            ],
            file.Categories.Select(one => one.GetRawText()));
    }

    [Fact]
    public async Task Points_of_a_skeleton_stand_in_the_order_of_its_template()
    {
        var hand =
            """
            {"objectHash":"o","featureHash":"h","name":"Hand","shape":"skeleton","skeleton":{
            "0":{"x":0.3,"y":0.3,"name":"little","featureHash":"l"},"1":{"x":0.1,"y":0.1,"name":"wrist","featureHash":"w"},"2":{"x":0.9,"y":0.9,"name":"sixth","featureHash":"?"}}}
            """;

        var file = await CocoFile.OfAsync("", Known, Row(hand));

        Assert.Equal("[10,10,2,0,0,0,30,30,2]", file.Only.GetProperty("keypoints").GetRawText());
        Assert.Equal(2, file.Only.GetProperty("num_keypoints").GetInt32());
        Assert.Equal([("points_dropped", 1)], file.Losses);
    }

    [Fact]
    public async Task Names_of_points_are_not_told_where_skeletons_of_a_class_differ_in_them()
    {
        SkeletonPoint Named(string name) => new(name, null, new(5, 5), Visibility.Visible);
        var same = await CocoFile.OfAsync("", Writing.Read(new Skeleton([Named("a"), Named("b")])), Writing.Read(new Skeleton([Named("a"), Named("b")])));
        var other = await CocoFile.OfAsync("", Writing.Read(new Skeleton([Named("a"), Named("b")])), Writing.Read(new Skeleton([Named("b"), Named("a")])));

        Assert.Equal("""["a","b"]""", same.Categories[0].GetProperty("keypoints").GetRawText());
        Assert.False(other.Categories[0].TryGetProperty("keypoints", out _));
    }

    private static string Box(string feature, string name) =>
        $$"""{"objectHash":"o-{{feature}}","featureHash":"{{feature}}","name":"{{name}}","shape":"bounding_box","boundingBox":{"x":0.1,"y":0.1,"w":0.2,"h":0.2} }""";

    private static string Row(params string[] objects) =>
        $$"""
        {"label_hash":"l","data_type":"image","data_units":{"u":{"data_hash":"u","data_title":"u.png","data_type":"image/png","width":100,"height":100,
        "labels":{"objects":[{{string.Join(",", objects)}}],"classifications":[]} } } }
        """;
}

using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Local.Sample;

namespace EncordFunctions.Formats.Tests.Coco;

public sealed class CocoImages
{
    private const string Box = """{"objectHash":"OBJECT","featureHash":"f","name":"Car","shape":"bounding_box","boundingBox":{"x":0.1,"y":0.1,"w":0.2,"h":0.2}}""";

    [Theory]
    [InlineData("", 1)]
    [InlineData("encord", 0)]
    public async Task Files_that_are_one_image_are_listed_also_without_labels(string variants, int first)
    {
        var group = Row("img_group",
            Unit("a", "image/png", """{"objects":[],"classifications":[]}""", title: "one.png"),
            Unit("b", "image/png", Flat("o1"), title: "two.b.JPG", sequence: 1),
            Unit("c", "image/png", "{}", title: "three", sequence: 2));
        var image = Row("image", Unit("d", "image/jpeg", Flat("o2"), title: "four.jpeg"));

        var file = await CocoFile.OfAsync(variants, null, group, image);

        Assert.Equal(["images/a.png", "images/b.JPG", "images/c.three", "images/d.jpeg"], Names(file));
        Assert.Equal([0, 1, 2, 3], file.Images.Select(one => one.GetProperty("id").GetInt32() - first));
        Assert.Equal([1, 3], file.Annotations.Select(one => one.GetProperty("image_id").GetInt32() - first));
        Assert.Equal([0, 1], file.Annotations.Select(one => one.GetProperty("id").GetInt32() - first));
        Assert.Equal("one.png", file.Images[0].GetProperty("image_title").GetString());
        Assert.Equal("http://files/a", file.Images[0].GetProperty("coco_url").GetString());
    }

    [Fact]
    public async Task Frames_that_a_video_lists_are_images_in_the_order_of_the_file_also_empty_ones()
    {
        var labels = $$"""{"7":{{Flat("o1")}},"3":{"objects":[],"classifications":[]},"10":{{Flat("o1")}} }""";

        var file = await CocoFile.OfAsync("", null, Row("video", Unit("v", "video/mp4", labels, title: "film.mp4")));

        Assert.Equal(["videos/v/7.jpg", "videos/v/3.jpg", "videos/v/10.jpg"], Names(file));
        Assert.Equal([7, 3, 10], file.Images.Select(one => one.GetProperty("frame_number").GetInt32()));
        Assert.All(file.Images, one => Assert.Equal("film.mp4", one.GetProperty("video_title").GetString()));
        Assert.Equal([1, 3], file.Annotations.Select(one => one.GetProperty("image_id").GetInt32()));
        Assert.Equal([1, 1], file.Annotations.Select(one => one.GetProperty("attributes").GetProperty("track_id").GetInt32()));
    }

    [Fact]
    public async Task Slices_are_named_after_their_files_and_have_their_own_sizes()
    {
        var labels =
            $$"""
            {"0":{"objects":[{{Object("o1")}}],"classifications":[],"metadata":{"dicom_instance_uid":"1.2.3","multiframe_frame_number":null,"file_uri":"gs://a/0","width":64,"height":32} },
            "1":{"metadata":{"dicom_instance_uid":"1.2.4","multiframe_frame_number":5,"file_uri":"gs://a/1","width":100,"height":100},"objects":[{{Object("o1")}}]},
            "2":{"objects":[{{Object("o1")}}]} }
            """;

        var file = await CocoFile.OfAsync("", null, Row("dicom", Unit("s", "application/dicom", labels)));

        Assert.Equal(["dicom/s/1.2.3", "dicom/s/1.2.4/5", "dicom/s/2"], Names(file));
        Assert.Equal([(64, 32), (100, 100), (100, 100)], file.Images.Select(one => (one.GetProperty("width").GetInt32(), one.GetProperty("height").GetInt32())));
        Assert.Equal(["gs://a/0", "gs://a/1", ""], file.Images.Select(one => one.GetProperty("coco_url").GetString()));
        Assert.Equal([12.8, 20, 20], file.Annotations.Select(one => one.GetProperty("bbox")[2].GetDouble()));
    }

    [Fact]
    public async Task A_volume_is_an_image_a_slice_and_pages_texts_and_sounds_are_none()
    {
        var volume = Row("nifti", Unit("n", "application/nifti1", $$"""{"127":{{Flat("o1")}} }"""));
        var pages = Row("pdf", Unit("p", "application/pdf", $$"""{"0":{{Flat("o2")}} }""").Replace("\"width\":100,\"height\":100", "\"width\":0,\"height\":0"));

        var file = await CocoFile.OfAsync("", null, volume, pages);

        Assert.Equal(["nifti/n/127"], Names(file));
        Assert.Equal([("no_frame_size", 1)], file.Skips);
    }

    [Fact]
    public async Task An_image_of_unknown_size_is_not_listed_for_it_would_pass_for_empty()
    {
        var row = Row("image", Unit("a", "image/png", Flat("o1"))).Replace("\"width\":100,\"height\":100", "\"width\":0,\"height\":0");

        var file = await CocoFile.OfAsync("", null, row);

        Assert.Empty(file.Images);
        Assert.Equal([("no_frame_size", 1)], file.Skips);
    }

    [Fact]
    public async Task Spaces_of_a_group_are_images_but_not_in_the_vendors_form()
    {
        var row = RowBuilder.Group("walk", Emitter.Sdk);
        row.Space("image", "front.jpg", 320, 240).Frame(0).Box(row.Object("Car"), 10, 10, 40, 30);

        var own = await CocoFile.OfAsync("", null, [row.Build()]);
        var vendor = await CocoFile.OfAsync("encord", null, [row.Build()]);

        Assert.StartsWith("images/", Assert.Single(own.Images).GetProperty("file_name").GetString());
        Assert.Single(own.Annotations);
        Assert.Empty(vendor.Images);
        Assert.Equal([("outside_data_units", 1)], vendor.Skips);
    }

    [Fact]
    public async Task Images_wait_in_a_scratch_file_so_that_none_are_held()
    {
        var joined = await Joined.WriteAsync(CocoJson.Of([]), null, Row("image", Unit("d", "image/jpeg", Flat("o2"))));

        Assert.Equal(["coco.json"], joined.Files.Files.Keys);
        Assert.Single(joined.Files.Scratch);
        Assert.Equal("application/json", joined.Files.ContentTypes["coco.json"]);
    }

    [Fact]
    public async Task An_export_of_no_rows_has_no_file_and_one_of_rows_without_labels_a_whole_one()
    {
        Assert.Empty((await Joined.WriteAsync(CocoJson.Of([]), null, System.Array.Empty<string>())).Files.Files);

        var bare = await CocoFile.OfAsync("", null, Row("video", Unit("v", "video/mp4", "{}")));

        Assert.Empty(bare.Images.Concat(bare.Annotations).Concat(bare.Categories));
        Assert.Equal(JsonValueKind.Object, bare.Root.GetProperty("info").ValueKind);
    }

    private static IEnumerable<string?> Names(CocoFile file) => file.Images.Select(one => one.GetProperty("file_name").GetString());

    private static string Object(string hash) => Box.Replace("OBJECT", hash);

    private static string Flat(string hash) => $$"""{"objects":[{{Object(hash)}}],"classifications":[]}""";

    private static string Unit(string hash, string mime, string labels, string title = "t", int sequence = 0) =>
        $$"""
        "{{hash}}":{"data_hash":"{{hash}}","data_title":"{{title}}","data_link":"http://files/{{hash}}","data_type":"{{mime}}","data_sequence":{{sequence}},"width":100,"height":100,"labels":{{labels}} }
        """;

    private static string Row(string type, params string[] units) =>
        $$"""{"label_hash":"l","data_title":"row","data_type":"{{type}}","data_units":{ {{string.Join(",", units)}} } }""";
}

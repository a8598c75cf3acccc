using EncordFunctions.Formats.Privacy;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Privacy;

public sealed class Policies
{
    private static readonly PrivacyPolicy Hashing = new(PrivacyRule.Hash, PrivacyRule.Hash, PrivacyRule.Hash, "key");
    private static readonly PrivacyPolicy Dropping = new(PrivacyRule.Drop, PrivacyRule.Drop, PrivacyRule.Drop, null);
    private static readonly PrivacyPolicy Keeping = new(PrivacyRule.Keep, PrivacyRule.Keep, PrivacyRule.Keep, null);

    [Fact]
    public void By_default_links_lose_what_signs_them_and_the_rest_stays()
    {
        Assert.Equal("https://h.example/a", PrivacyPolicy.Default.Url("https://h.example/a?sig=1"));
        Assert.Equal("gs://bucket/a", PrivacyPolicy.Default.Url("gs://bucket/a"));
        Assert.Equal(("a@b.example", "P-1"), (PrivacyPolicy.Default.Email("a@b.example"), PrivacyPolicy.Default.PatientId("P-1")));
    }

    [Fact]
    public void A_hash_is_that_of_the_person_and_of_the_file_however_they_are_written()
    {
        Assert.Equal(Hashing.Email("ada@people.example"), Hashing.Email(" Ada@People.Example"));
        Assert.Equal(Hashing.Url("https://h.example/a?sig=1"), Hashing.Url("https://h.example/a?sig=2"));
        Assert.NotEqual(Hashing.Url("https://h.example/a"), Hashing.Url("https://h.example/b"));
        Assert.NotEqual(Hashing.Email("7"), Hashing.PatientId("7"));
        Assert.NotEqual(Hashing.Email("7"), new PrivacyPolicy(PrivacyRule.Hash, PrivacyRule.Hash, PrivacyRule.Hash, "another").Email("7"));
        // It must never change: tables of earlier exports are joined by it.
        Assert.Equal("bab247721c357a3f", Hashing.Email("ada@people.example"));
    }

    [Fact]
    public void What_is_absent_stays_absent() =>
        Assert.Equal((null, "", null, null), (Hashing.Email(null), Hashing.Email(""), Dropping.Url("https://h.example"), Hashing.Json(null)));

    [Fact]
    public void Nothing_is_hashed_without_a_key() =>
        Assert.Throws<ArgumentException>(() => new PrivacyPolicy(PrivacyRule.Strip, PrivacyRule.Hash, PrivacyRule.Keep, ""));

    [Theory]
    [InlineData("""{"a":1.50,"b":[1e3,true,null,"x \" y","\ud800"],"c":"gs://b/x?"}""", """{"a":1.50,"b":[1e3,true,null,"x \" y","\ud800"],"c":"gs://b/x?"}""")]
    [InlineData("""{"u":"https:\/\/h\/a?sig","v":["https://h/b?sig"],"https://h/c?sig":1}""", """{"u":"https://h/a","v":["https://h/b"],"https://h/c":1}""")]
    [InlineData("""{"data_link":"h/a?sig","doc":"h/a?sig"}""", """{"data_link":"h/a","doc":"h/a?sig"}""")]
    [InlineData("\"https://h/a?sig\"", "\"https://h/a\"")]
    [InlineData("""{"by":"ada@people.example","patient_id":"P"}""", """{"by":"ada@people.example","patient_id":"P"}""")]
    public void Json_of_any_form_loses_by_default_what_signs_its_links(string json, string left) => Assert.Equal(left, PrivacyPolicy.Default.Json(json));

    [Theory]
    [InlineData("""{"by":"ada@people.example","createdBy":"Ada","n":[1.0,"ada@people.example",2],"text":"ask ada@people.example"}""", """{"n":[1.0,2],"text":"ask ada@people.example"}""")]
    [InlineData("""{"patient_id":"P","a":{"patientId":7,"b":{"PatientID":{"Value":["P"]}}},"patient":"P"}""", """{"a":{"b":{}},"patient":"P"}""")]
    [InlineData("""{"data_links":["gs://b/a"],"page":"https://h/docs","user_email":null,"ada@people.example":{"n":1}}""", """{"page":"https://h/docs"}""")]
    [InlineData("\"ada@people.example\"", null)]
    public void Json_loses_what_is_dropped_with_the_name_it_stands_under(string json, string? left) => Assert.Equal(left, Dropping.Json(json));

    [Fact]
    public void Json_has_hashes_where_values_are_hashed_numbers_too()
    {
        var (person, patient, link) = (Hashing.Email("ada@people.example"), Hashing.PatientId("7"), Hashing.Url("gs://b/a"));
        Assert.Equal(
            $$"""{"by":"{{person}}","patientId":["{{patient}}","{{patient}}"],"data_links":["{{link}}"],"{{person}}":1.0}""",
            Hashing.Json("""{"by":"ada@people.example","patientId":["7",7],"data_links":["gs://b/a"],"ada@people.example":1.0}"""));
    }

    [Fact]
    public void Json_is_kept_as_it_is_where_everything_is() =>
        Assert.Equal("""{ "u": "https://h/a?sig" }""", Keeping.Json("""{ "u": "https://h/a?sig" }"""));

    [Fact]
    public void An_annotation_costs_nothing_by_default()
    {
        var unit = new DataUnit("u", "a.png", "image/png", 0, new FrameSize(10, 10), null);
        RowEvent read = new RowEvent.AnnotationRead(new Annotation
        {
            Unit = unit, Frame = new Frame(0, unit.Size), Position = 0, ObjectHash = "o", Shape = new BoundingBox(0, 0, 1, 1), CreatedBy = "ada@people.example",
        });
        var privacy = new RowPrivacy(PrivacyPolicy.Default);
        privacy.Of(read);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var same = privacy.Of(read);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Same(read, same);
    }

    [Fact]
    public void Cameras_of_a_scene_are_told_apart_also_where_their_links_are_dropped()
    {
        var streams = new[] { "https://h/cam0.png?a", "https://h/cam0.png?b", "https://h/cam1.png?a", "lidar" }.Select(stream =>
        {
            var frame = new RowEvent.FrameRead(new DataUnit("u", null, null, 0, default, null), new Frame(0, default) { Stream = stream }, null);
            return ((RowEvent.FrameRead)new RowPrivacy(Dropping).Of(frame)).Frame.Stream;
        }).ToArray();

        Assert.Equal(streams[0], streams[1]);
        Assert.NotEqual(streams[0], streams[2]);
        Assert.Equal("lidar", streams[3]);
        Assert.DoesNotContain(streams, static stream => stream!.Contains("cam", StringComparison.Ordinal));
    }
}

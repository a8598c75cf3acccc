using EncordFunctions.Formats.Privacy;
using EncordFunctions.Local.Sample;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Privacy;

/// <summary>Marked private values go in wherever an export may hold one; everything that comes out is searched for them, byte by byte.</summary>
[Collection(nameof(OnAzurite))]
public sealed class PrivacyTests
{
    private const string Key = "a key that nobody else has";

    private static readonly string[] OfPeople =
    [
        "createdBy of an object", "lastEditedBy of an object", "createdBy of a classification", "lastEditedBy of a classification",
        "last_actioned_by_user_email", "export_history", "client_metadata", "extra of a row", "extra of a unit", "extra of an object",
        "broken row", "faulty long createdBy", "faulty repeated", "faulty name", "faulty object name",
    ];

    private static readonly string[] OfPatients =
        ["client_metadata", "extra of a row", "extra of a unit", "extra of an object", "patient_id of a space", "broken row"];

    [Fact]
    public async Task By_default_signatures_are_nowhere_and_people_and_patients_in_tables_and_data_alone()
    {
        var run = await PlantedRun.OfAsync(new Dictionary<string, string?>(), SampleExport.Create(), SampleExport.CreateLater());

        Assert.Empty(run.Found('u'));
        Assert.Empty(run.Markers.In(run.Overheard));
        Assert.Equal(
            [
                "LabelRows", "annotations.geojson", "annotations.jsonl", "annotations.parquet", "classifications.jsonl", "classifications.parquet",
                "fragments",
            ],
            run.Found('e').Select(static found => found.What).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(OfPeople.Order(StringComparer.Ordinal), run.Found('e').Select(static found => found.Field).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["LabelRows", "annotations.jsonl", "annotations.parquet", "fragments"],
            run.Found('p').Select(static found => found.What).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(OfPatients.Order(StringComparer.Ordinal), run.Found('p').Select(static found => found.Field).Distinct().Order(StringComparer.Ordinal));

        Assert.Contains(Markers.Person, run.Written.Of("annotations.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain(Markers.Person, run.Written.Of("report.html") + run.Written.Of("changes.jsonl") + run.Overheard, StringComparison.Ordinal);
        Assert.Contains("annotator 1<", run.Written.Of("report.html"), StringComparison.Ordinal);
        Assert.Contains("https://files.example/a/b.png\"", run.Written.Of("coco.json"), StringComparison.Ordinal);
        Assert.Contains("\"weight\":1.50", run.Written.Of("LabelRows"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_hashed_is_nowhere_itself_and_the_same_hash_everywhere()
    {
        var run = await PlantedRun.OfAsync(
            new() { ["Privacy:Urls"] = "hash", ["Privacy:Emails"] = "hash", ["Privacy:PatientIds"] = "hash", ["Privacy:Key"] = Key }, SampleExport.Create());

        AssertNothing(run);
        var policy = new PrivacyPolicy(PrivacyRule.Hash, PrivacyRule.Hash, PrivacyRule.Hash, Key);
        var person = policy.Email(Markers.Person)!;
        Assert.Matches("^[0-9a-f]{16}$", person);
        Assert.Contains($"AssignedUserEmail={person}", run.Written.Of("LabelRows"), StringComparison.Ordinal);
        Assert.Contains($"\"created_by\":\"{person}\"", run.Written.Of("annotations.jsonl"), StringComparison.Ordinal);
        Assert.Contains($"\"created_by\":\"{person}\"", run.Written.Of("annotations.geojson"), StringComparison.Ordinal);
        Assert.Contains(person, run.Written.Of("annotations.parquet"), StringComparison.Ordinal);
        Assert.DoesNotContain(person, run.Written.Of("report.html"), StringComparison.Ordinal);
        var link = policy.Url("https://files.example/a/b.png?signed=anew")!;
        Assert.Contains($"\"data_link\":\"{link}\"", run.Written.Of("coco.json"), StringComparison.Ordinal);
        Assert.Contains($"VideoLink={link}", run.Written.Of("LabelRows"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_dropped_is_nowhere()
    {
        var run = await PlantedRun.OfAsync(
            new() { ["Privacy:Urls"] = "drop", ["Privacy:Emails"] = "drop", ["Privacy:PatientIds"] = "drop" }, SampleExport.Create());

        AssertNothing(run);
        Assert.DoesNotContain("files.example", run.Written.Of("coco.json") + run.Written.Of("annotations.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain("VideoLink=", run.Written.Of("LabelRows"), StringComparison.Ordinal);
        Assert.Contains("\"created_by\":null", run.Written.Of("annotations.jsonl"), StringComparison.Ordinal);
    }

    private static void AssertNothing(PlantedRun run)
    {
        Assert.Empty(run.Markers.In(run.Overheard));
        Assert.Empty(run.Written.All.SelectMany(one => run.Markers.In(one.Text).Select(found => (one.What, found.Kind, found.Field))).Distinct());
        Assert.DoesNotContain(run.Written.All, static one => one.Text.Contains(Markers.Person, StringComparison.Ordinal));
    }
}

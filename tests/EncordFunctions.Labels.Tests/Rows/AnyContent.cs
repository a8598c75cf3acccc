using System.Text.Json.Nodes;
using CsCheck;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Rows;

public sealed class AnyContent
{
    private static readonly string[] Replacements = ["null", "7", "-1", "1e999", "true", "\"x\"", "\"\"", "[]", "{}", "[[]]", "{\"0\":{}}", "[{\"x\":1}]", "\"half a pair\""];

    [Fact]
    public void Whatever_stands_in_place_of_a_value_the_reading_never_throws_and_every_element_is_accounted_for()
    {
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, Replacements.Length - 1], Gen.Int[1, 3]).Sample(
            (seed, replacement, times) =>
            {
                var row = JsonNode.Parse(RichRow.Of())!;
                var random = new Random(seed);
                for (var i = 0; i < times; i++) Replace(row, random, Replacements[replacement]);

                var reading = Reading.Of(Written(row));

                if (reading.Indexing is RowIndexing.Readable) Assert.Equal(Elements(row), reading.Annotations.Count + reading.Skips.Count);
                else Assert.NotEmpty(reading.AllIssues);
            },
            iter: 1_000);
    }

    [Fact]
    public void A_good_object_survives_whatever_stands_beside_it()
    {
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, Replacements.Length - 1]).Sample(
            (seed, replacement) =>
            {
                var row = JsonNode.Parse(RichRow.Of())!;
                var objects = row["data_units"]!["u/1"]!["labels"]!["0"]!["objects"]!.AsArray();
                Replace(objects[new Random(seed).Next(objects.Count)]!, new Random(seed), Replacements[replacement]);
                objects.Add(JsonNode.Parse(Row.Object("good", Row.Box)));

                Assert.Single(Reading.Of(Written(row)).Annotations, annotation => annotation.ObjectHash == "good");
            },
            iter: 500);
    }

    [Theory]
    [MemberData(nameof(RichRow.Others), MemberType = typeof(RichRow))]
    public void Rows_of_every_kind_bear_whatever_stands_in_them(string other)
    {
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, Replacements.Length - 1], Gen.Int[1, 3]).Sample(
            (seed, replacement, times) =>
            {
                var row = JsonNode.Parse(other)!;
                var random = new Random(seed);
                for (var i = 0; i < times; i++) Replace(row, random, Replacements[replacement]);

                var reading = Reading.Of(Written(row));

                Assert.All(reading.AllIssues, issue => Assert.InRange(issue.Offset, 0, Written(row).Length));
            },
            iter: 500);
    }

    /// <summary>Puts other JSON in the place of one value, at any depth below the root.</summary>
    private static void Replace(JsonNode root, Random random, string json)
    {
        var places = new List<Action<JsonNode?>>();
        void Visit(JsonNode? node)
        {
            if (node is JsonObject members)
            {
                foreach (var (name, value) in members.ToList())
                {
                    places.Add(other => members[name] = other);
                    Visit(value);
                }
            }
            else if (node is JsonArray items)
            {
                for (var i = 0; i < items.Count; i++)
                {
                    var at = i;
                    places.Add(other => items[at] = other);
                    Visit(items[i]);
                }
            }
        }
        Visit(root);
        places[random.Next(places.Count)](JsonNode.Parse(json));
    }

    /// <summary>The library neither reads nor writes half a surrogate pair, so it gets in here.</summary>
    private static string Written(JsonNode row) => row.ToJsonString().Replace("half a pair", "\\ud800", StringComparison.Ordinal);

    private static int Elements(JsonNode row)
    {
        var count = 0;
        if (row["data_units"] is not JsonObject units) return 0;
        foreach (var labels in units.Select(unit => (unit.Value as JsonObject)?["labels"]).OfType<JsonObject>())
        {
            foreach (var holder in labels.Select(member => member.Value).OfType<JsonObject>().Prepend(labels))
                count += holder["objects"] is JsonArray objects ? objects.Count : 0;
        }
        return count;
    }
}

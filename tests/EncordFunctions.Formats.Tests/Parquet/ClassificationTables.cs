using System.Text.Json;
using EncordFunctions.Formats.Tests.Support;

namespace EncordFunctions.Formats.Tests.Parquet;

public sealed class ClassificationTables
{
    private static readonly ClassificationsParquet Format = new();

    [Fact]
    public async Task Every_classification_of_the_sample_is_a_row_with_its_ranges_and_answers()
    {
        var (texts, truth) = SampleTexts.Read();

        var joined = await Joined.WriteAsync(Format, null, texts);

        using var duck = new Duck(joined.Files.Files["classifications.parquet"]);
        var rows = duck.Ask(
            "SELECT ordinal, label_hash, data_unit_hash, classification_hash, feature_hash, ranges, is_global, answers, created_by, created_at IS NULL FROM FILE");
        Assert.Equal(truth.Classifications, rows.Count);
        Assert.Equal(truth.Classifications, joined.Ledger.Sum(line => line.In));
        var at = 0;
        foreach (var (ordinal, row) in truth.Rows.Index())
        {
            var written = rows.GetRange(at, row.Classifications.Count).OrderBy(one => (string)one[3]!, StringComparer.Ordinal);
            foreach (var (found, one) in written.Zip(row.Classifications.OrderBy(one => one.ClassificationHash, StringComparer.Ordinal)))
            {
                Assert.Equal([ordinal, row.LabelHash, one.SpaceHash, one.ClassificationHash, one.FeatureHash], found[..5]);
                var ranges = JsonDocument.Parse((string)found[5]!).RootElement.EnumerateArray().ToArray();
                Assert.Equal(found[6], ranges.Length == 0);
                if (one.Ranges.Count > 0) Assert.Equal(one.Ranges.Select(range => $"[{range.Start},{range.End}]"), ranges.Select(range => range.GetRawText()));
                var answers = JsonDocument.Parse((string)found[7]!).RootElement.EnumerateArray().ToArray();
                Assert.Equal(one.Answers.Select(answer => answer.FeatureHash).Order(), answers.Select(answer => answer.GetProperty("feature_hash").GetString()).Order());
                Assert.False((bool)found[9]!);
            }
            at += row.Classifications.Count;
        }
    }

    [Fact]
    public async Task An_export_without_classifications_is_a_table_all_the_same()
    {
        var joined = await Joined.WriteAsync(Format, null, (Writing.Row, []));

        using var duck = new Duck(joined.Files.Files["classifications.parquet"]);
        Assert.Equal(0L, duck.One("SELECT count(*) FROM FILE"));
    }
}

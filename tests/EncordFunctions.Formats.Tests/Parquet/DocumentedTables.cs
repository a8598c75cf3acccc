using System.Globalization;
using System.Text.RegularExpressions;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Formats.Tests.Parquet;

/// <summary>docs/parquet.md says what is so.</summary>
public sealed partial class DocumentedTables
{
    [Fact]
    public async Task Every_query_gives_what_is_printed_below_it()
    {
        using var duck = new Duck(await AnnotationsAsync());
        var queries = Query().Matches(Page());
        Assert.Equal(4, queries.Count);
        foreach (Match query in queries)
        {
            var rows = duck.Ask(query.Groups["sql"].Value.Replace("'annotations.parquet'", "FILE", StringComparison.Ordinal));
            var lines = rows.Select(static row => string.Join(" | ", row.Select(static value => Convert.ToString(value ?? "NULL", CultureInfo.InvariantCulture))));
            Assert.Equal(query.Groups["text"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..], lines);
        }
    }

    [Fact]
    public async Task Every_column_is_described_with_its_type_and_in_its_place()
    {
        using var duck = new Duck(await AnnotationsAsync());
        var described = Column().Matches(Page().Split("## Geometry")[0]).Select(static one => $"{one.Groups["name"].Value} {one.Groups["type"].Value}");

        Assert.Equal(duck.Ask("DESCRIBE SELECT * FROM FILE").Select(static one => $"{one[0]} {one[1]}"), described);
    }

    private static async Task<byte[]> AnnotationsAsync() =>
        (await Joined.WriteAsync(new AnnotationsParquet(), null, SampleTexts.Read().Rows)).Files.Files["annotations.parquet"];

    private static string Page() => Repository.Text("docs/parquet.md");

    [GeneratedRegex("```sql\n(?<sql>.*?)```\n\n```text\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Query();

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (?<type>[A-Z ]+) \|", RegexOptions.Multiline)]
    private static partial Regex Column();
}

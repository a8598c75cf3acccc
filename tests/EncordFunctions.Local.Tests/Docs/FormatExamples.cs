using System.Text;
using EncordFunctions.Local.Tests.Sample;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary>The examples of <c>docs/format.md</c>: each a label row, and the lines that come of it, by the members that are shown.</summary>
public sealed class FormatExamples
{
    private static readonly Fence[] Blocks = [.. Fence.In(Repository.Text("docs/format.md")).Where(fence => fence.Info.StartsWith("json ", StringComparison.Ordinal))];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Blocks.Length).Where(i => Blocks[i].Info == "json row")];

    [Fact]
    public void Every_row_has_its_lines_behind_it_and_seven_show_where_the_vendors_page_misleads()
    {
        Assert.All(Rows.Select(row => row.Data), row => Assert.NotEqual("json row", Blocks[row + 1].Info));
        var misleading = Repository.Text("docs/format.md").IndexOf("\n## Where the vendor's page misleads\n", StringComparison.Ordinal);
        Assert.Equal(7, Blocks.Count(block => block.Info == "json row" && block.At > misleading));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_lines_of_an_example_come_of_its_row(int row)
    {
        var files = await WrittenRow.OfAsync(Encoding.UTF8.GetBytes(Blocks[row].Text), TestContext.Current.CancellationToken);

        foreach (var block in Blocks.Skip(row + 1).TakeWhile(block => block.Info != "json row"))
            Shown.Agrees(block.Text, [.. files.Lines($"{block.Info[5..]}.jsonl")]);
    }
}

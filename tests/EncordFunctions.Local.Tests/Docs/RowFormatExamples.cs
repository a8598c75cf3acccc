using System.Text;
using EncordFunctions.Formats;
using EncordFunctions.Local.Tests.Sample;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary>The examples of <c>docs/segments.md</c> and <c>docs/masks.md</c>: a label row, and what is written of it.</summary>
public sealed class RowFormatExamples
{
    [Theory]
    [InlineData("segments.md", 3)]
    [InlineData("masks.md", 2)]
    public async Task What_is_shown_is_written(string page, int examples)
    {
        var blocks = Fence.In(Repository.Text($"docs/{page}")).Where(fence => fence.Info.Contains(' ', StringComparison.Ordinal)).ToArray();
        var row = Encoding.UTF8.GetBytes(Assert.Single(blocks, block => block.Info == "json row").Text);

        var files = await WrittenRow.OfAsync(row, [new Segments(), new SemanticMasks(), new InstanceMasks()], TestContext.Current.CancellationToken);

        Assert.Equal(1 + examples, blocks.Length);
        foreach (var block in blocks.Where(block => block.Info != "json row"))
        {
            var name = block.Info.Split(' ')[1];
            if (block.Info.StartsWith("json ", StringComparison.Ordinal)) Shown.Agrees(block.Text, [.. files.Lines($"{name}.jsonl")]);
            else Assert.Equal(block.Text, files.Text(name).ReplaceLineEndings("\n"));
        }
    }
}

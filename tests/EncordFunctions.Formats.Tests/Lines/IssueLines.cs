using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Lines;

public sealed class IssueLines
{
    [Fact]
    public async Task Every_issue_is_a_line_whatever_it_cost()
    {
        var (files, ledger) = await Writing.WriteAsync(
            new IssuesJsonl(),
            new RowEvent.IssueFound(Writing.Finding("EL301", Severity.Info)),
            Writing.Read(new Point(default)),
            new RowEvent.ClassificationSkipped(Writing.Finding("EL201", Severity.Warning)),
            new RowEvent.AnnotationSkipped(Writing.Finding("EL101") with { ObjectHash = "o1", Frame = 7 }));

        Assert.Equal(
            """
            {"code":"EL301","severity":"info","title":"Not so","message":"No \"é\" < 3 \\ here.","entry":"a/b.json","offset":5000000000,"pointer":"/0/data_units","label_hash":"label-1","object_hash":null,"frame":null}
            {"code":"EL201","severity":"warning","title":"Not so","message":"No \"é\" < 3 \\ here.","entry":"a/b.json","offset":5000000000,"pointer":"/0/data_units","label_hash":"label-1","object_hash":null,"frame":null}
            {"code":"EL101","severity":"error","title":"Not so","message":"No \"é\" < 3 \\ here.","entry":"a/b.json","offset":5000000000,"pointer":"/0/data_units","label_hash":"label-1","object_hash":"o1","frame":7}

            """.ReplaceLineEndings("\n"),
            files.Text("issues.jsonl"));
        Assert.Equal((3L, 3L), (ledger.In, ledger.Written));
    }

    [Fact]
    public async Task Without_issues_there_is_no_file()
    {
        var (files, ledger) = await Writing.WriteAsync(new IssuesJsonl(), Writing.Read(new Point(default)));

        Assert.Empty(files.Files);
        Assert.Equal((0L, 0L), (ledger.In, ledger.Written));
    }

    [Fact]
    public async Task A_row_that_can_not_be_read_has_its_issues_too()
    {
        var files = new MemoryFiles();

        await IssuesJsonl.WriteAsync(files, [Writing.Finding("EL001"), Writing.Finding("EL002")], TestContext.Current.CancellationToken);

        Assert.Equal(2, files.Text("issues.jsonl").Count(one => one == '\n'));
    }
}

using EncordFunctions.Formats;

namespace EncordFunctions.Local.Tests.Commands;

public sealed class UnusableInputTests : IDisposable
{
    private static readonly string Choices = string.Join(", ", Derivatives.Choices.Select(static choice => choice.Name));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ingest missing.zip", "missing.zip does not exist: give a .zip or a .json.")]
    [InlineData("ingest empty", "empty has no .zip and no .json in it: give the folder the exports are in.")]
    [InlineData("ingest notes.txt", "notes.txt is neither a .zip nor a .json: give the export as it was downloaded.")]
    [InlineData("ingest --wat", "There is no option '--wat'. See --help.")]
    [InlineData("ingest --formats pascal", "There is no derivative 'pascal'. Choose of {choices}, or all, or none.")]
    [InlineData("watch --formats coco:lists", "'lists' is no variant of 'coco'. It has encord, list.")]
    [InlineData("inspect missing.zip", "missing.zip does not exist: give a .zip or a .json.")]
    [InlineData("inspect empty", "empty does not exist: give a .zip or a .json.")]
    [InlineData("--wat", "There is no option '--wat'. See --help.")]
    [InlineData("inspect good.json --sarif nowhere/x.sarif", "The log can't be written to nowhere/x.sarif (Could not find a part of the path '{folder}/nowhere/x.sarif.unfinished'.): name another file with --sarif.")]
    [InlineData("frobnicate", "There is no command or option 'frobnicate'. See --help.")]
    [InlineData("status nonsense", "There is no export 'nonsense' in this storage: 'status' lists those there are.")]
    [InlineData("retry nonsense", "There is no export 'nonsense' in this storage: 'status' lists those there are.")]
    [InlineData(
        "status --connection nonsense",
        "--connection is not a storage connection string: give one as the portal shows it under 'Access keys', or UseDevelopmentStorage=true.")]
    public async Task What_can_not_be_used_is_one_line_and_2(string line, string note)
    {
        Directory.CreateDirectory(_folder.File("empty"));
        File.WriteAllText(_folder.File("notes.txt"), "not labels");
        File.WriteAllText(_folder.File("good.json"), "[]");

        var run = await LocalCommand.RunAsync(_folder.Path, line.Split(' '));

        Assert.Equal((2, "", note.Replace("{folder}", _folder.Path, StringComparison.Ordinal).Replace("{choices}", Choices, StringComparison.Ordinal) + Environment.NewLine), (run.ExitCode, run.Results, run.Notes));
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_is_one_line_and_3()
    {
        var nobody = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a";

        var run = await LocalCommand.RunAsync(_folder.Path, "status", "--connection", nobody);

        Assert.Equal((3, ""), (run.ExitCode, run.Results));
        Assert.StartsWith("The storage can't be used: ", Assert.Single(run.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_node_the_line_says_what_to_install()
    {
        var run = await LocalCommand.RunWithoutNodeAsync(_folder.Path, "status");

        Assert.Equal((3, ""), (run.ExitCode, run.Results));
        Assert.Contains("needs Node.js", Assert.Single(run.Notes.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "ingest", "inspect", "watch", "status", "retry", "Examples:")]
    [InlineData("ingest --help", "<zip|json|folder>", "--out <DIR>", "--formats <LIST>", "coco[:encord|list]", "--connection <CS>", "--json")]
    public async Task Help_names_everything(string line, params string[] words)
    {
        var run = await LocalCommand.RunAsync(_folder.Path, line.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.All(words, word => Assert.Contains(word, run.Results, StringComparison.Ordinal));
    }
}

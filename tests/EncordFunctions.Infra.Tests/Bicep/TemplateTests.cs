namespace EncordFunctions.Infra.Tests.Bicep;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("events.bicep")]
    public async Task A_template_builds_without_a_word(string file)
    {
        var run = await BicepCommand.RunAsync(Deployment.Public.Environment, "build", file, "--stdout");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("deploymentTemplate.json", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_linter_has_nothing_to_say_of_any_file()
    {
        var run = await BicepCommand.RunAsync(Deployment.Public.Environment, "lint", "--pattern", "**/*.bicep");

        Assert.Equal("", run.Error);
        Assert.Equal("", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Every_file_is_formatted()
    {
        var copy = Directory.CreateTempSubdirectory("bicep");
        try
        {
            var infra = Path.Combine(Repository.Root, "infra");
            var files = ((string[])["*.bicep", "*.bicepparam"]).SelectMany(kind => Directory.GetFiles(infra, kind, SearchOption.AllDirectories)).ToArray();
            foreach (var file in files)
            {
                var target = Path.Combine(copy.FullName, Path.GetRelativePath(infra, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            foreach (var kind in (string[])["bicep", "bicepparam"])
            {
                var run = await BicepCommand.RunAsync(
                    Deployment.Public.Environment,
                    "format", "--pattern", $"{copy.FullName}/**/*.{kind}", "--newline-kind", "LF", "--insert-final-newline");
                Assert.Equal(0, run.ExitCode);
            }

            Assert.NotEmpty(files);
            Assert.All(files, file => Assert.Equal(
                File.ReadAllText(Path.Combine(copy.FullName, Path.GetRelativePath(infra, file))), File.ReadAllText(file)));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }
}

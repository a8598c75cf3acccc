using EncordFunctions.Local.Sample;

namespace EncordFunctions.Local.Tests.Commands;

public sealed class PrivacyTests(SharedAzurite azurite) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_the_environment_says_of_people_holds_for_a_local_run()
    {
        await File.WriteAllBytesAsync(_folder.File("people.zip"), SampleExport.CreateWithFault().Content.ToArray(), TestContext.Current.CancellationToken);

        var run = await IngestAsync("Privacy__Emails=drop");

        Assert.Equal(1, run.ExitCode);
        var written = Directory.GetFiles(_folder.File("out"), "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith(".png", StringComparison.Ordinal)).ToArray();
        Assert.Contains(written, static file => file.EndsWith("annotations.jsonl", StringComparison.Ordinal));
        Assert.All(written, static file => Assert.DoesNotContain("ada@example.com", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Privacy__Emails=dorp", "The setting Privacy__Emails can't be 'dorp'. Choose of keep, hash, drop.")]
    [InlineData("Privacy__Urls=hash", "The setting Privacy__Key is missing: where something is hashed, set it to a secret, such as 32 random bytes as base64.")]
    public async Task A_setting_that_can_not_be_used_is_one_line_and_2(string setting, string line)
    {
        await File.WriteAllTextAsync(_folder.File("people.zip"), "[]", TestContext.Current.CancellationToken);

        var run = await IngestAsync(setting);

        Assert.Equal((2, "", line + Environment.NewLine), (run.ExitCode, run.Results, run.Notes));
    }

    private Task<LocalCommand.Ended> IngestAsync(string setting) =>
        LocalCommand.RunWithAsync(_folder.Path, setting, "ingest", _folder.File("people.zip"), "--connection", azurite.ConnectionString);
}

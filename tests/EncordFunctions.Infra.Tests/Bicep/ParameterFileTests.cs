namespace EncordFunctions.Infra.Tests.Bicep;

public sealed class ParameterFileTests
{
    public static TheoryData<string> Names => new(Deployment.All.Select(deployment => deployment.Name));

    /// <summary>After a wanted change run this test once with ENCORD_SNAPSHOTS=write, and look at the difference.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_parameter_file_fits_its_template_and_would_deploy_what_its_snapshot_says(string name)
    {
        var deployment = Deployment.All.Single(one => one.Name == name);
        var mode = Environment.GetEnvironmentVariable("ENCORD_SNAPSHOTS") == "write" ? "overwrite" : "validate";

        var run = await BicepCommand.RunAsync(
            deployment.Environment,
            "snapshot", deployment.ParameterFile, "--mode", mode,
            "--tenant-id", "00000000-0000-0000-0000-000000000001", "--subscription-id", "00000000-0000-0000-0000-000000000002",
            "--resource-group", "labels", "--location", "westeurope");

        Assert.Equal("", run.Error);
        Assert.Equal("", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Every_environment_variable_that_is_read_is_set_for_one_of_the_snapshots()
    {
        var read = Repository.Text("infra/shared.bicepparam").Split("readEnvironmentVariable('").Skip(1).Select(part => part.Split('\'')[0]);

        Assert.Equal(Deployment.Private.Environment.Keys.Order(StringComparer.Ordinal), read.Distinct().Order(StringComparer.Ordinal));
    }
}

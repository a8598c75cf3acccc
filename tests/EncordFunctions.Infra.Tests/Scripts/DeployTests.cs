namespace EncordFunctions.Infra.Tests.Scripts;

public sealed class DeployTests
{
    [Fact]
    public async Task One_command_deploys_the_resources_the_code_and_then_the_events()
    {
        var run = await ScriptRun.RunAsync("deploy.sh", keyAt: 1, "prod", "labels", "private");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "az deployment group create --resource-group labels --name encord-prod --parameters infra/private.bicepparam --output none",
                "az functionapp list --resource-group labels --query [?tags.\"azd-env-name\" == 'prod'].name --output tsv",
                "dotnet publish src/EncordFunctions --configuration Release --output artifacts/app",
                "zip --quiet --recurse-paths ../app.zip .",
                "az functionapp deployment source config-zip --resource-group labels --name func-labels --src artifacts/app.zip --output none",
                "az functionapp keys list --resource-group labels --name func-labels --query contains(keys(systemKeys), 'blobs_extension') --output tsv",
                "az deployment group create --resource-group labels --name encord-prod-events --parameters infra/events.bicepparam --output none",
            ],
            run.Calls);
    }

    [Fact]
    public async Task The_events_wait_until_the_app_has_made_its_key()
    {
        var run = await ScriptRun.RunAsync("deploy.sh", keyAt: 3, "prod", "labels");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("--parameters infra/public.bicepparam ", run.Calls[0], StringComparison.Ordinal);
        Assert.Equal(3, run.Calls.Count(call => call.StartsWith("az functionapp keys", StringComparison.Ordinal)));
        Assert.Contains("events.bicepparam", run.Calls[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_makes_no_key_is_given_up_with_a_word_on_what_to_do()
    {
        var run = await ScriptRun.RunAsync("deploy.sh", keyAt: 1000, "prod", "labels");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Does it start?", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Calls, call => call.Contains("events.bicepparam", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData]
    [InlineData("prod")]
    [InlineData("prod", "labels", "public", "more")]
    public async Task A_command_that_cannot_be_meant_deploys_nothing(params string[] arguments)
    {
        var run = await ScriptRun.RunAsync("deploy.sh", keyAt: 1, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("usage: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Calls);
    }

    [Fact]
    public async Task The_second_stage_names_what_it_is_not_told()
    {
        var run = await ScriptRun.RunAsync("subscribe.sh", keyAt: 1);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("AZURE_ENV_NAME", run.Error, StringComparison.Ordinal);
    }
}

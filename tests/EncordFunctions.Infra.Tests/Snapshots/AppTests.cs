namespace EncordFunctions.Infra.Tests.Snapshots;

public sealed class AppTests
{
    private static Resource App => Snapshot.Public.The("Microsoft.Web/sites");

    [Fact]
    public void It_runs_on_Flex_Consumption_as_an_isolated_worker_of_the_net_that_the_code_is_built_for()
    {
        var framework = Repository.Xml("Directory.Build.props").Descendants("TargetFramework").Single().Value;

        Assert.Equal("FC1", Snapshot.Public.The("Microsoft.Web/serverfarms").Text("sku.name"));
        Assert.Equal("dotnet-isolated", App.Text("properties.functionAppConfig.runtime.name"));
        Assert.Equal(framework, "net" + App.Text("properties.functionAppConfig.runtime.version"));
    }

    [Fact]
    public void Its_package_lies_in_a_container_that_it_reads_by_identity()
    {
        var package = "properties.functionAppConfig.deployment.storage";

        Assert.Contains("'deployments'", App.Text($"{package}.value"), StringComparison.Ordinal);
        Assert.Equal("UserAssignedIdentity", App.Text($"{package}.authentication.type"));
        Assert.Equal(
            Snapshot.Public.The("Microsoft.ManagedIdentity/userAssignedIdentities").Id,
            App.Text($"{package}.authentication.userAssignedIdentityResourceId"));
    }

    [Fact]
    public void It_is_reached_by_HTTPS_only_and_published_without_a_password()
    {
        Assert.True((bool?)App["properties.httpsOnly"]);
        Assert.Equal("1.2", App.Text("properties.siteConfig.minTlsVersion"));
        Assert.Equal(
            ["ftp: False", "scm: False"],
            Snapshot.Public.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
                .Select(policy => $"{policy.LastName}: {policy["properties.allow"]!.GetValue<bool>()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_instance_waits_for_uploads()
    {
        var waiting = Assert.Single(App["properties.functionAppConfig.scaleAndConcurrency.alwaysReady"]!.AsArray())!;

        Assert.Equal(("blob", 1), ((string)waiting["name"]!, (int)waiting["instanceCount"]!));
    }

    [Fact]
    public void Sign_in_is_asked_for_where_an_app_registration_is_given_and_never_of_Event_Grid()
    {
        var signIn = Snapshot.Private.Of("Microsoft.Web/sites/config").Single(config => config.LastName == "authsettingsV2");

        Assert.DoesNotContain(Snapshot.Public.Of("Microsoft.Web/sites/config"), config => config.LastName == "authsettingsV2");
        Assert.True((bool?)signIn["properties.globalValidation.requireAuthentication"]);
        Assert.Equal("Return401", signIn.Text("properties.globalValidation.unauthenticatedClientAction"));
        Assert.Equal("/runtime/webhooks/blobs", (string?)Assert.Single(signIn["properties.globalValidation.excludedPaths"]!.AsArray()));
        Assert.Equal(
            "44444444-4444-4444-4444-444444444444", signIn.Text("properties.identityProviders.azureActiveDirectory.registration.clientId"));
    }

    [Fact]
    public void Telemetry_is_taken_from_who_is_signed_in_only()
    {
        Assert.True((bool?)Snapshot.Public.The("Microsoft.Insights/components")["properties.DisableLocalAuth"]);
    }

    [Fact]
    public void azd_finds_its_parameters_its_app_and_its_second_stage()
    {
        var azure = Repository.Text("azure.yaml");

        Assert.Contains("  module: public\n", azure, StringComparison.Ordinal);
        Assert.Contains($"\n  {App.Text("tags.azd-service-name")}:\n    project: ./src/EncordFunctions\n", azure, StringComparison.Ordinal);
        Assert.Contains("\n  postdeploy:\n    shell: sh\n    run: ./infra/subscribe.sh\n", azure, StringComparison.Ordinal);
        Assert.Contains("\ninfra/subscribe.sh\n", Repository.Text("infra/deploy.sh"), StringComparison.Ordinal);
    }
}

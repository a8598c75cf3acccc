namespace EncordFunctions.Infra.Tests.Snapshots;

public sealed class NetworkTests
{
    [Fact]
    public void Without_a_private_network_there_is_none()
    {
        Assert.DoesNotContain(Snapshot.Public.Resources, resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
        Assert.Equal("Enabled", Snapshot.Public.The("Microsoft.Storage/storageAccounts").Text("properties.publicNetworkAccess"));
    }

    [Fact]
    public void A_private_storage_is_closed_to_all_but_the_network_and_the_dead_letters_of_Event_Grid()
    {
        var account = Snapshot.Private.The("Microsoft.Storage/storageAccounts");

        Assert.Equal("Disabled", account.Text("properties.publicNetworkAccess"));
        Assert.Equal("Deny", account.Text("properties.networkAcls.defaultAction"));
        Assert.Equal("AzureServices", account.Text("properties.networkAcls.bypass"));
    }

    [Fact]
    public void Blobs_queues_tables_and_the_app_are_reached_by_private_endpoints_under_their_own_names()
    {
        var endpoints = Snapshot.Private.Of("Microsoft.Network/privateEndpoints")
            .Select(endpoint => (string)endpoint["properties.privateLinkServiceConnections"]![0]!["properties"]!["groupIds"]![0]!);
        var zones = Snapshot.Private.Of("Microsoft.Network/privateDnsZones").Select(zone => zone.Name).ToArray();

        Assert.Equal(["blob", "queue", "sites", "table"], endpoints.Order(StringComparer.Ordinal));
        Assert.Equal(4, zones.Length);
        Assert.Contains("privatelink.azurewebsites.net", zones);
        Assert.All((string[])["blob", "queue", "table"], service =>
            Assert.Contains($"[format('privatelink.{{0}}.{{1}}', '{service}', environment().suffixes.storage)]", zones));
        Assert.Equal(4, Snapshot.Private.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
        Assert.Equal(4, Snapshot.Private.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count());
    }

    [Fact]
    public void The_app_lives_in_a_subnet_that_is_given_to_it()
    {
        var subnets = Snapshot.Private.The("Microsoft.Network/virtualNetworks")["properties.subnets"]!.AsArray();
        var given = subnets.Single(subnet => (string?)subnet!["name"] == "app")!["properties"]!["delegations"]![0]!;

        Assert.Equal("Microsoft.App/environments", (string?)given["properties"]!["serviceName"]);
        Assert.EndsWith(
            "/subnets/app", Snapshot.Private.The("Microsoft.Web/sites").Text("properties.virtualNetworkSubnetId"), StringComparison.Ordinal);
    }

    [Fact]
    public void From_outside_only_Event_Grid_reaches_a_private_app_and_deployments_its_other_site()
    {
        var app = Snapshot.Private.The("Microsoft.Web/sites");
        var rule = Assert.Single(app["properties.siteConfig.ipSecurityRestrictions"]!.AsArray())!;

        Assert.Equal("Deny", app.Text("properties.siteConfig.ipSecurityRestrictionsDefaultAction"));
        Assert.Equal(("ServiceTag", "AzureEventGrid", "Allow"), ((string)rule["tag"]!, (string)rule["ipAddress"]!, (string)rule["action"]!));
        Assert.False((bool?)app["properties.siteConfig.scmIpSecurityRestrictionsUseMain"]);
    }
}

namespace EncordFunctions.Infra.Tests.Snapshots;

public sealed class SnapshotTests
{
    [Fact]
    public void Nothing_is_hidden_from_a_snapshot()
    {
        Assert.All(Snapshot.All, snapshot => Assert.Empty(snapshot.Json["diagnostics"]!.AsArray()));
    }

    [Fact]
    public void No_name_has_to_wait_for_a_deployment()
    {
        // The zones of a private network are named after the cloud, and a snapshot knows none.
        var known = Snapshot.All.SelectMany(snapshot => snapshot.Resources)
            .Where(resource => !resource.Id.Contains("environment()", StringComparison.Ordinal));

        Assert.All(known, resource => Assert.DoesNotContain('[', resource.Id));
    }

    [Fact]
    public void A_secret_is_in_no_snapshot()
    {
        Assert.All(Snapshot.All, snapshot => Assert.DoesNotContain("a-secret", snapshot.Json.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_private_network_adds_to_what_there_is_and_takes_nothing_away()
    {
        var open = Snapshot.Public.Resources.Select(resource => resource.Id).ToHashSet();
        var closed = Snapshot.Private.Resources.Select(resource => resource.Id).ToHashSet();

        Assert.ProperSubset(closed, open);
    }
}

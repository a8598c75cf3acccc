using System.Text.RegularExpressions;

namespace EncordFunctions.Infra.Tests.Scripts;

public sealed partial class WorkflowTests
{
    private static readonly string Ci = Repository.Text(".github/workflows/ci.yml");
    private static readonly string Deploy = Repository.Text(".github/workflows/deploy.yml");

    [Fact]
    public void Every_action_is_pinned_to_a_commit()
    {
        var actions = Action().Matches(Ci + Deploy);

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches("@[0-9a-f]{40} # v[0-9.]+$", action.Value));
    }

    [Fact]
    public void Only_the_deployment_gets_a_token_for_Azure()
    {
        Assert.Contains("\npermissions:\n  contents: read\n", Ci, StringComparison.Ordinal);
        Assert.DoesNotContain("write", Ci, StringComparison.Ordinal);
        Assert.Contains("\npermissions: {}\n", Deploy, StringComparison.Ordinal);
        Assert.Single(Write().Matches(Deploy));
        Assert.Contains("id-token: write", Deploy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deployment_passes_on_every_variable_that_a_parameter_reads()
    {
        var read = Repository.Text("infra/shared.bicepparam").Split("readEnvironmentVariable('ENCORD_").Skip(1)
            .Select(part => "ENCORD_" + part.Split('\'')[0]);

        Assert.All(read, variable => Assert.Matches($@"\n {{10}}{variable}: \$\{{{{ (vars|secrets)\.{variable} }}}}\n", Deploy));
    }

    [GeneratedRegex(@"uses: .+$", RegexOptions.Multiline)]
    private static partial Regex Action();

    [GeneratedRegex(@": write\b")]
    private static partial Regex Write();
}

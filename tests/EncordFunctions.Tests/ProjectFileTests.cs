using System.Text.RegularExpressions;
using System.Xml.Linq;
using EncordFunctions.Tests.Shared;

namespace EncordFunctions.Tests;

/// <summary>The app's project isn't built with the solution, so its file is held against what the build would have found.</summary>
public sealed partial class ProjectFileTests
{
    private static XDocument Project => Repository.Xml("src/EncordFunctions/EncordFunctions.csproj");

    [Fact]
    public void Every_package_of_the_app_has_a_central_version()
    {
        var versions = Repository.Xml("Directory.Packages.props").Descendants("PackageVersion").Select(Included).ToHashSet();
        var packages = Project.Descendants("PackageReference").Select(Included).ToArray();

        Assert.Contains("Microsoft.Azure.Functions.Worker.Sdk", packages);
        Assert.All(packages, package => Assert.Contains(package, versions));
    }

    [Fact]
    public void The_extensions_of_the_triggers_are_referenced()
    {
        var packages = Project.Descendants("PackageReference").Select(Included).ToArray();

        Assert.Contains("Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", packages);
        Assert.Contains("Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs", packages);
        Assert.Contains("Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues", packages);
    }

    [Fact]
    public void The_host_file_goes_out_with_the_app_and_local_settings_never_do()
    {
        var files = Project.Descendants("None").ToDictionary(file => (string)file.Attribute("Link")!);

        Assert.Equal("PreserveNewest", (string?)files["host.json"].Attribute("CopyToOutputDirectory"));
        Assert.Equal("Never", (string?)files["local.settings.json"].Attribute("CopyToPublishDirectory"));
    }

    [Fact]
    public void The_solution_lists_the_app_but_does_not_build_it()
    {
        var solution = Repository.Text("EncordFunctions.sln");
        var id = AppProject().Match(solution).Groups["id"].Value;

        Assert.NotEmpty(id);
        Assert.Contains($"{id}.Release|Any CPU.ActiveCfg", solution, StringComparison.Ordinal);
        Assert.DoesNotContain($"{id}.Release|Any CPU.Build.0", solution, StringComparison.Ordinal);
        Assert.DoesNotContain($"{id}.Debug|Any CPU.Build.0", solution, StringComparison.Ordinal);
    }

    private static string Included(XElement item) => (string)item.Attribute("Include")!;

    [GeneratedRegex("""EncordFunctions\\EncordFunctions\.csproj", "(?<id>\{[0-9A-F-]+\})""")]
    private static partial Regex AppProject();
}

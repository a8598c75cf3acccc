using System.Text.RegularExpressions;
using EncordFunctions.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EncordFunctions.Infra.Tests.Code;

/// <summary>The settings that the code reads: the pipeline's are seen when it starts, those of the app's own project in its source.</summary>
internal static partial class ReadSettings
{
    /// <summary>By the names that an app's settings have.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Start().Concat(Written()).Select(key => key.Replace(":", "__", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Starts the pipeline as an app does that has these settings and an account, and says which it asked for.</summary>
    public static IReadOnlyCollection<string> Start(params KeyValuePair<string, string?>[] settings)
    {
        var configuration = new ObservedConfiguration(new ConfigurationBuilder()
            .AddInMemoryCollection([new("AzureWebJobsStorage:accountName", "account"), new("AzureWebJobsStorage:clientId", "client"), .. settings])
            .Build());
        var services = new ServiceCollection().AddEncordPipeline(configuration);
        using var provider = services.BuildServiceProvider();
        foreach (var service in services.Where(service => !service.ServiceType.ContainsGenericParameters)) provider.GetService(service.ServiceType);
        return configuration.Keys;
    }

    private static IEnumerable<string> Written() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src/EncordFunctions"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => Reading().Matches(File.ReadAllText(file)))
        .Select(match => match.Groups["key"].Value);

    [GeneratedRegex("""(?:onfiguration\[|GetSection\(|GetValue<\w+>\(|GetConnectionString\(|GetEnvironmentVariable\()"(?<key>[^"]+)""")]
    private static partial Regex Reading();
}

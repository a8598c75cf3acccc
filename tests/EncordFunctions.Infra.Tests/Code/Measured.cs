using System.Text.RegularExpressions;

namespace EncordFunctions.Infra.Tests.Code;

/// <summary>The metrics of the pipeline, as its source names them.</summary>
internal static partial class Measured
{
    private const string Source = "src/EncordFunctions.Pipeline/Telemetry/PipelineMetrics.cs";

    public static IReadOnlyList<string> Names
    {
        get
        {
            Assert.SkipUnless(File.Exists(Path.Combine(Repository.Root, Source)), "Nothing is measured yet.");
            return [.. Instrument().Matches(Repository.Text(Source)).Select(match => match.Groups["name"].Value)];
        }
    }

    [GeneratedRegex("""Create(?:Counter|Histogram|Gauge)<\w+>\("(?<name>[^"]+)""")]
    private static partial Regex Instrument();
}

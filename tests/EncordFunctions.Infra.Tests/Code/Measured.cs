using System.Text.RegularExpressions;

namespace EncordFunctions.Infra.Tests.Code;

/// <summary>The metrics of the pipeline, as its source names them.</summary>
internal static partial class Measured
{
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Instrument().Matches(Repository.Text("src/EncordFunctions.Pipeline/Telemetry/PipelineMetrics.cs"))
            .Select(match => match.Groups["name"].Value),
    ];

    [GeneratedRegex("""Create(?:Counter|Histogram|Gauge)<\w+>\("(?<name>[^"]+)""")]
    private static partial Regex Instrument();
}

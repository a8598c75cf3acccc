using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using EncordFunctions.Pipeline.Telemetry;
using EncordFunctions.Tests.Shared;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Pipeline.Tests.Telemetry;

/// <summary>docs/telemetry.md says what is so, and all of it.</summary>
public sealed partial class DocumentedTelemetryTests
{
    private static IEnumerable<(LoggerMessageAttribute Event, string Name)> Events =>
        from method in typeof(PipelineLog).GetMethods(BindingFlags.Static | BindingFlags.Public)
        let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
        where attribute is not null
        select (attribute, method.Name);

    [Fact]
    public void No_two_log_events_have_the_same_id()
    {
        Assert.NotEmpty(Events);
        Assert.Distinct(Events.Select(static one => one.Event.EventId));
    }

    [Fact]
    public void Every_log_event_is_listed_with_its_id_name_and_level()
    {
        var listed = LogEvent().Matches(Page()).Select(static row => $"{row.Groups["id"]} {row.Groups["name"]} {row.Groups["level"]}");

        Assert.Equal(
            Events.OrderBy(static one => one.Event.EventId).Select(static one => $"{one.Event.EventId} {one.Name} {Word(one.Event.Level)}"),
            listed);
    }

    [Fact]
    public void Every_instrument_is_listed_with_its_unit()
    {
        var instruments = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.Name) instruments.Add($"{instrument.Name} {instrument.Unit}");
        };
        listener.Start();
        RuntimeHelpers.RunClassConstructor(typeof(PipelineMetrics).TypeHandle);

        var listed = Instrument().Matches(Part("Metrics")).Select(static row => $"{row.Groups["name"]} {row.Groups["unit"]}");
        Assert.Equal(instruments.Distinct().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_tag_of_a_span_is_listed()
    {
        var tags = typeof(Tags).GetFields().Select(static field => (string)field.GetRawConstantValue()!);
        var listed = TagRow().Matches(Part("Spans")).SelectMany(static row => Word().Matches(row.Groups["names"].Value)).Select(static one => one.Groups[1].Value);

        Assert.Equal(tags.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static string Word(LogLevel level) => level.ToString().ToLowerInvariant();

    private static string Part(string title) => Page().Split("\n## ").Single(part => part.StartsWith(title, StringComparison.Ordinal));

    private static string Page() => Repository.Text("docs/telemetry.md");

    [GeneratedRegex(@"^\| (?<id>\d+) \| `(?<name>\w+)` \| (?<level>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex LogEvent();

    [GeneratedRegex(@"^\| `(?<name>encord[\w.]+)` \| (?<unit>\S+) \|", RegexOptions.Multiline)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"^\| (?<names>`(encord|error)\.[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex TagRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Word();
}

using System.Text.RegularExpressions;
using EncordFunctions.Infra.Tests.Code;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Infra.Tests.Snapshots;

public sealed partial class AlertTests
{
    private const string LogRules = "Microsoft.Insights/scheduledQueryRules";
    private const string MetricRules = "Microsoft.Insights/metricAlerts";

    /// <summary>The alerts by the names that docs/operations.md has them under.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        .. Snapshot.Public.Of(LogRules).Select(rule => rule.Text("properties.displayName")),
        .. Snapshot.Public.Of(MetricRules).Select(rule => (string)rule["properties.criteria.allOf"]![0]!["name"]!),
    ];

    [Fact]
    public void Every_event_that_an_alert_waits_for_is_one_that_the_code_logs_as_an_error()
    {
        var errors = LogCatalogue.Events.Where(one => one.Level == LogLevel.Error).Select(one => one.EventId);

        Assert.Equal(errors.Order(), AlertedEvents().Order());
    }

    [Fact]
    public void Every_event_that_the_workbook_shows_is_logged()
    {
        Assert.Equal([], EventIds(Workbook()).Except(LogCatalogue.Events.Select(one => one.EventId)));
    }

    [Fact]
    public void Events_of_other_libraries_with_the_same_ids_raise_no_alert()
    {
        const string OfOurs = "where Properties.CategoryName startswith \"EncordFunctions.\" and toint(Properties.EventId)";

        Assert.Contains(Queries(), query => query.Contains(OfOurs, StringComparison.Ordinal));
        Assert.All(
            Queries().Append(Workbook()),
            query => Assert.DoesNotContain("where toint(Properties.EventId)", query, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_metric_that_is_asked_for_is_measured()
    {
        var asked = Queries().Append(Workbook()).SelectMany(query => Metric().Matches(query)).Select(match => match.Value.Trim('\'', '"'));

        Assert.Equal([], asked.Except(Measured.Names));
    }

    [Fact]
    public void The_workbook_shows_every_metric_that_is_measured()
    {
        Assert.Equal([], Measured.Names.Except(Metric().Matches(Workbook()).Select(match => match.Value.Trim('\'', '"'))));
    }

    [Fact]
    public void Lost_events_are_told_by_the_metrics_of_the_topic()
    {
        var criteria = Snapshot.Public.Of(MetricRules).Select(rule => rule["properties.criteria.allOf"]![0]!).ToArray();

        Assert.Equal(["DeadLetteredCount", "DroppedEventCount"], criteria.Select(one => (string)one["metricName"]!));
        Assert.All(Snapshot.Public.Of(MetricRules), rule => Assert.Equal(
            Snapshot.Public.The("Microsoft.EventGrid/systemTopics").Id, (string?)rule["properties.scopes"]![0]));
    }

    [Fact]
    public void An_hour_is_what_an_export_has()
    {
        var stalled = Snapshot.Public.Of(LogRules).Single(rule => rule.Text("properties.displayName") == "export-stalled");

        Assert.Contains("Sum > 3600", Query(stalled), StringComparison.Ordinal);
    }

    [Fact]
    public void Alerts_are_raised_in_every_deployment_and_mailed_where_an_address_is_given()
    {
        var mailed = Snapshot.Private.The("Microsoft.Insights/actionGroups");

        Assert.Equal("operators@example.com", (string?)mailed["properties.emailReceivers"]![0]!["emailAddress"]);
        Assert.All(Snapshot.Private.Of(LogRules), rule => Assert.Equal(mailed.Id, (string?)rule["properties.actions.actionGroups"]![0]));
        Assert.All(Snapshot.Private.Of(MetricRules), rule => Assert.Equal(mailed.Id, (string?)rule["properties.actions"]![0]!["actionGroupId"]));
        Assert.Empty(Snapshot.Public.Of("Microsoft.Insights/actionGroups"));
        Assert.All(Snapshot.Public.Of(LogRules), rule => Assert.Empty(rule["properties.actions.actionGroups"]!.AsArray()));
    }

    private static IEnumerable<int> AlertedEvents() => Queries().SelectMany(EventIds).Distinct();

    private static IEnumerable<string> Queries() => Snapshot.Public.Of(LogRules).Select(Query);

    private static string Query(Resource rule) => (string)rule["properties.criteria.allOf"]![0]!["query"]!;

    private static string Workbook() => Repository.Text("infra/workbook.json");

    private static IEnumerable<int> EventIds(string query) => EventCondition().Matches(query)
        .SelectMany(condition => Number().Matches(condition.Value))
        .Select(number => int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture))
        .Distinct();

    [GeneratedRegex(@"Properties\.EventId\) (?:in |between |== )[\d(), .]+")]
    private static partial Regex EventCondition();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex("""(?:'|")encord\.[a-z.]+(?:'|")""")]
    private static partial Regex Metric();
}

using System.Diagnostics;
using System.Text.Json;
using EncordFunctions.Pipeline.Telemetry;
using EncordFunctions.Pipeline.Tests.Running;

namespace EncordFunctions.Pipeline.Tests.Telemetry;

[Collection(nameof(OnAzurite))]
public sealed class TelemetryTests(AzuriteStorage azurite) : IAsyncLifetime, IDisposable
{
    /// <summary>In every name and text of an upload; where a span holds it, the span tells what it was made of.</summary>
    private const string Marker = "marker";

    private static readonly byte[] Upload = RowText.Zip(
        ($"{Marker}-a.json", RowText.List(RowText.Image($"{Marker}1", boxes: 2, mask: true), RowText.Image($"{Marker}2"), $$"""{"label_hash": "{{Marker}}" 2}""")),
        ($"{Marker}-b.json", RowText.List(RowText.Image($"{Marker}4", boxes: 0))),
        ("ontology.json", RowText.Ontology("polygon")));

    private readonly Pipe _pipe = new(azurite.ConnectionString);
    private readonly Listening _listening = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _pipe.ClearAsync();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _listening.Dispose();

    [Fact]
    public async Task All_steps_of_an_export_are_in_one_trace_that_tells_counts_and_nothing_of_the_content()
    {
        var export = await RunTwiceAsync("trace.zip");

        var root = ExportTrace.RootOf(export);
        var spans = _listening.Spans;
        Assert.All(spans, span => Assert.Equal(root.TraceId, span.TraceId));
        Assert.All(spans, span => Assert.Equal(export.Value, span.GetTagItem("encord.export")));
        Assert.Equal(
            ["FailLabelRow 1", "FinishExport 2", "ProcessLabelRow 8", "StageEntry 2", "UnpackExport 2"],
            spans.GroupBy(static span => span.OperationName).Select(static group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal));
        var unpacking = spans.Where(static span => span.OperationName == nameof(UnpackExport)).MinBy(static span => span.StartTimeUtc)!;
        foreach (var span in spans)
            Assert.Equal(span.OperationName == "StageEntry" ? unpacking.SpanId : root.SpanId, span.ParentSpanId);

        Assert.Equal((4, 3), (unpacking.GetTagItem("encord.rows"), unpacking.GetTagItem("encord.entries")));
        Assert.Equal(
            ["0 DoneWithIssues", "1 DoneWithIssues", "2 Rejected", "3 Done"],
            Steps(nameof(ProcessLabelRow)).Where(static span => span.GetTagItem("encord.repeated") is null)
                .Select(static span => $"{span.GetTagItem("encord.row")} {span.GetTagItem("encord.verdict")}").Order(StringComparer.Ordinal));
        Assert.All(Steps(nameof(FinishExport)), static span => Assert.Equal(("Done", 4L), (span.GetTagItem("encord.status"), span.GetTagItem("encord.rows"))));
        Assert.All(spans, static span =>
        {
            Assert.Empty(span.Events);
            Assert.DoesNotContain(span.TagObjects, static tag => tag.Value!.ToString()!.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public async Task A_step_and_the_hosts_invocation_of_it_lead_to_each_other()
    {
        var upload = await _pipe.DropAsync("linked.zip", Upload);

        var (export, invocation) = await _listening.InvokeAsync(() => _pipe.UnpackAsync(upload));

        var span = Assert.Single(Steps(nameof(UnpackExport)));
        Assert.Equal(invocation.Context, Assert.Single(span.Links).Context);
        Assert.NotEqual(invocation.TraceId, span.TraceId);
        Assert.Equal(export.Value, invocation.GetTagItem("encord.export"));
    }

    [Fact]
    public async Task Counts_are_those_of_the_manifest_though_every_message_comes_twice()
    {
        var export = await RunTwiceAsync("counts.zip");

        var summary = (await _pipe.Reader.FindAsync(export, Stop))!;
        var manifest = await _pipe.Storage.Derivatives.GetBlobClient($"{export}/manifest.json").DownloadContentAsync(Stop);
        using var content = JsonDocument.Parse(manifest.Value.Content);
        var expected = content.RootElement.GetProperty("issues").EnumerateArray().ToDictionary(
            static kind => $"encord.issues code={kind.GetProperty("code")} severity={kind.GetProperty("severity")}",
            static kind => kind.GetProperty("count").GetDouble());
        foreach (var verdict in content.RootElement.GetProperty("rows").EnumerateObject())
            if (verdict.Value.GetInt64() > 0) expected.Add($"encord.rows verdict={verdict.Name}", verdict.Value.GetDouble());
        expected.Add("encord.annotations", summary.Annotations);
        expected.Add("encord.masks", summary.Masks);

        Assert.Contains(expected, static one => one.Key.StartsWith("encord.issues", StringComparison.Ordinal));
        Assert.Equal(expected.OrderBy(static one => one.Key, StringComparer.Ordinal), Counted());
        Assert.Equal((2, 8, 2, 1), (Ok(nameof(UnpackExport)), Ok(nameof(ProcessLabelRow)), Ok(nameof(FinishExport)), Ok(nameof(FailLabelRow))));

        int Ok(string step) => _listening.Count($"encord.step.duration step={step} outcome=ok");
    }

    [Fact]
    public async Task A_failed_try_tells_the_type_of_its_error_and_a_row_that_failed_counts_again_once_it_is_done()
    {
        var export = await _pipe.UnpackAsync(await _pipe.DropAsync("failing.json", RowText.Bytes(RowText.Image(Marker))));
        var message = Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows));
        var faulty = new Pipe(azurite.ConnectionString, static options => options.AddPolicy(new FaultyWrites(1), Azure.Core.HttpPipelinePosition.PerCall));
        await Assert.ThrowsAsync<CrashException>(() => faulty.ProcessAsync(message));

        var span = Assert.Single(Steps(nameof(ProcessLabelRow)));
        Assert.Equal((ActivityStatusCode.Error, typeof(CrashException).FullName), (span.Status, span.StatusDescription));
        Assert.Equal((typeof(CrashException).FullName, "error", 0), (span.GetTagItem("error.type"), span.GetTagItem("encord.outcome"), span.GetTagItem("encord.row")));
        Assert.Equal(1, _listening.Count("encord.step.duration step=ProcessLabelRow outcome=error"));
        Assert.Empty(Counted());

        await _pipe.FailAsync(message);
        await _pipe.RetryAsync(export);
        await _pipe.RestAsync();
        Assert.Equal(["encord.annotations 1", "encord.masks 0", "encord.rows verdict=Done 1", "encord.rows verdict=Failed 1"], Counted().Select(static one => $"{one.Key} {one.Value}"));
        Assert.All(_listening.Spans, each => Assert.Equal(span.TraceId, each.TraceId));
    }

    [Fact]
    public async Task A_step_that_the_host_ends_is_no_error()
    {
        await _pipe.UnpackAsync(await _pipe.DropAsync("ended.json", RowText.Bytes(RowText.Image(Marker))));
        var message = Assert.Single(await Pipe.TakeAllAsync(_pipe.Storage.LabelRows));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _pipe.ProcessUntilAsync(message, ending.Token));

        var span = Assert.Single(Steps(nameof(ProcessLabelRow)));
        Assert.Equal((ActivityStatusCode.Unset, "cancelled"), (span.Status, span.GetTagItem("encord.outcome")));
        Assert.Equal(1, _listening.Count("encord.step.duration step=ProcessLabelRow outcome=cancelled"));
    }

    [Fact]
    public async Task Two_exports_are_two_traces()
    {
        await _pipe.RunAsync("one.json", RowText.Bytes(RowText.Image("r1")));
        await _pipe.RunAsync("two.json", RowText.Bytes(RowText.Image("r1")));

        Assert.Equal([4, 4], _listening.Spans.GroupBy(static span => span.TraceId).Select(static trace => trace.Count()));
    }

    [Fact]
    public void A_sweep_tells_how_long_the_queues_are_and_how_old_the_oldest_export_is()
    {
        PipelineMetrics.Swept([new("label-rows", 7), new("label-rows-poison", 0)], open: 2, TimeSpan.FromMinutes(3));

        Assert.Equal(
            ["encord.backlog queue=label-rows 7", "encord.backlog queue=label-rows-poison 0", "encord.exports.oldest 180", "encord.exports.open 2"],
            _listening.Sums.Select(static one => $"{one.Key} {one.Value}").Order(StringComparer.Ordinal));
    }

    private IEnumerable<Activity> Steps(string name) => _listening.Spans.Where(span => span.OperationName == name);

    private IEnumerable<KeyValuePair<string, double>> Counted() => _listening.Sums
        .Where(static one => !one.Key.StartsWith("encord.step.duration", StringComparison.Ordinal))
        .OrderBy(static one => one.Key, StringComparer.Ordinal);

    /// <summary>Runs an export to its end; every event and message is delivered twice, and a row is given up though it has its verdict.</summary>
    private async Task<ExportId> RunTwiceAsync(string name)
    {
        var upload = await _pipe.DropAsync(name, Upload);
        var export = await _pipe.UnpackAsync(upload);
        await _pipe.UnpackAsync(upload);
        var rows = await Pipe.TakeAllAsync(_pipe.Storage.LabelRows);
        foreach (var message in (BinaryData[])[.. rows, .. rows]) await _pipe.ProcessAsync(message);
        await _pipe.FailAsync(rows[0]);
        var finished = (await Pipe.TakeAllAsync(_pipe.Storage.FinishedExports))[0];
        await _pipe.FinishAsync(finished);
        await _pipe.FinishAsync(finished);
        return export;
    }
}

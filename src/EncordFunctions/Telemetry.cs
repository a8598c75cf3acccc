using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using EncordFunctions.Pipeline.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace EncordFunctions;

/// <summary>Sends spans, metrics and logs to Application Insights, where there is one.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        // A request's address holds the function key.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // Without it the host goes on handling the worker's logs, as it would not once the worker says that it does so itself.
        if (builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 }) return;
        builder.Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(static traces => traces.AddSource(PipelineTelemetry.Name))
            .WithMetrics(static metrics => metrics.AddMeter(PipelineTelemetry.Name))
            .UseAzureMonitorExporter(options => Configure(options, builder.Configuration["AzureWebJobsStorage:clientId"]));
    }

    private static void Configure(AzureMonitorExporterOptions options, string? clientId)
    {
        if (clientId is { Length: > 0 })
            options.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId));

        // By default five traces a second are kept. An export is one trace, and one with holes tells nothing.
        options.SamplingRatio = 1;
        options.TracesPerSecond = null;

        // Alerts key on logs, so none is left out with its trace.
        options.EnableTraceBasedLogsSampler = false;
    }
}

using Azure.Identity;
using EncordFunctions.Formats;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EncordFunctions.Pipeline;

/// <summary>Registers the pipeline with a host.</summary>
public static class EncordPipelineRegistration
{
    private const string Connection = "AzureWebJobsStorage";
    private const string Choice = "Derivatives";

    /// <summary>Adds the steps, all of them singletons, and the storage they share.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">
    /// <c>AzureWebJobsStorage</c>, a connection string; or <c>AzureWebJobsStorage:accountName</c> for access by identity, with
    /// <c>AzureWebJobsStorage:clientId</c> where the identity is a user-assigned one. <c>Derivatives</c>, which derivatives are written, as
    /// <see cref="DerivativeList"/> reads them. <c>Privacy:Urls</c>, <c>Privacy:Emails</c>, <c>Privacy:PatientIds</c> and <c>Privacy:Key</c>, what
    /// becomes of private values. <c>Limits:Entries</c>, <c>Limits:EntryGiB</c>, <c>Limits:TotalGiB</c> and <c>Limits:Ratio</c>, what an upload may ask for.
    /// </param>
    /// <exception cref="UnusableSettingException">A setting of privacy or a limit can't be used.</exception>
    /// <exception cref="InvalidOperationException">
    /// Neither setting of a storage is there, or the derivatives are none there are; thrown when the first step is asked for.
    /// </exception>
    public static IServiceCollection AddEncordPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.TryAddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.TryAddSingleton(_ => Connect(configuration));
        services.TryAddSingleton(_ => Choose(configuration[Choice]));
        services.TryAddSingleton(PrivacySettings.Read(configuration));
        services.TryAddSingleton(LimitSettings.Read(configuration));
        services.TryAddSingleton<UnpackExport>();
        services.TryAddSingleton<ProcessLabelRow>();
        services.TryAddSingleton<FinishExport>();
        services.TryAddSingleton<FailLabelRow>();
        services.TryAddSingleton<FailUpload>();
        services.TryAddSingleton<FailFoundUpload>();
        services.TryAddSingleton<FailFinish>();
        services.TryAddSingleton<SweepExports>();
        services.TryAddSingleton<RetryExport>();
        services.TryAddSingleton<VerifyExport>();
        services.TryAddSingleton<ExportReader>();
        services.TryAddSingleton<IssueReader>();
        return services;
    }

    private static DerivativeList Choose(string? setting)
    {
        try
        {
            return DerivativeList.Parse(setting);
        }
        catch (FormatException exception)
        {
            throw new InvalidOperationException($"The setting {Choice} can't be used: {exception.Message}", exception);
        }
    }

    private static PipelineStorage Connect(IConfiguration configuration)
    {
        if (configuration[Connection] is { Length: > 0 } connectionString) return PipelineStorage.Connect(connectionString);
        if (configuration[$"{Connection}:accountName"] is not { Length: > 0 } accountName)
        {
            throw new InvalidOperationException(
                $"No storage is configured: set {Connection} to a connection string, or {Connection}__accountName to the account's name.");
        }
        return configuration[$"{Connection}:clientId"] is { Length: > 0 } clientId
            ? PipelineStorage.Connect(accountName, new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId)))
            : PipelineStorage.Connect(accountName, new DefaultAzureCredential());
    }
}

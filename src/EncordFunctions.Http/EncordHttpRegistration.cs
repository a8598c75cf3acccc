using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EncordFunctions.Http;

/// <summary>Registers the endpoints with a host.</summary>
public static class EncordHttpRegistration
{
    /// <summary>Adds the endpoints, all of them singletons. They take the pipeline, which has to be registered too.</summary>
    public static IServiceCollection AddEncordHttp(this IServiceCollection services)
    {
        services.TryAddSingleton<ListExports>();
        services.TryAddSingleton<GetExport>();
        services.TryAddSingleton<ListIssues>();
        services.TryAddSingleton<RetryExport>();
        services.TryAddSingleton<GetReport>();
        return services;
    }
}

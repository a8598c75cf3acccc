using System.Reflection;
using EncordFunctions.Pipeline;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Infra.Tests.Code;

/// <summary>The log messages of the pipeline, with their ids.</summary>
internal static class LogCatalogue
{
    public static IReadOnlyList<LoggerMessageAttribute> Events { get; } =
    [
        .. typeof(StorageNames).Assembly.GetType("EncordFunctions.Pipeline.PipelineLog", throwOnError: true)!
            .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!)
            .Where(attribute => attribute is not null),
    ];
}

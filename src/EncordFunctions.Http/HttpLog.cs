using Microsoft.Extensions.Logging;

namespace EncordFunctions.Http;

/// <summary>Every log message of the endpoints. Event ids are stable: alerts key on them.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(600, LogLevel.Warning, "{Method} {Path}: the storage did not answer")]
    public static partial void StorageSilent(this ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(601, LogLevel.Error, "{Method} {Path}: no answer was found")]
    public static partial void RequestFaulted(this ILogger logger, Exception exception, string method, string path);
}

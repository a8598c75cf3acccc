using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EncordFunctions.Http.Problems;

/// <summary>What can be wrong on this side. What the storage or an exception said is for the log, not for whoever asked.</summary>
internal static class ServiceProblems
{
    private const int RetryAfterSeconds = 10;

    /// <summary>503: the storage did not answer.</summary>
    public static IResult StorageSilent(HttpRequest request)
    {
        request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return Problem.Answer(
            request,
            StatusCodes.Status503ServiceUnavailable,
            "storage-silent",
            "The storage does not answer",
            $"The storage did not answer as it should. Try again in {RetryAfterSeconds} seconds; the log has more.");
    }

    /// <summary>500: a fault of this code.</summary>
    public static IResult Fault(HttpRequest request) => Problem.Answer(
        request, StatusCodes.Status500InternalServerError, "fault", "A fault of this service", "This is not the request's fault. The log has more.");
}

using Microsoft.AspNetCore.Http;

namespace EncordFunctions.Http.Problems;

/// <summary>What can be wrong with a request.</summary>
public static class RequestProblems
{
    /// <summary>400: the id can't be one.</summary>
    public static IResult MalformedId(HttpRequest request) => Problem.Answer(
        request,
        StatusCodes.Status400BadRequest,
        "malformed-id",
        "Not an id of an export",
        "An id is the name of the upload, of a-z, 0-9 and '-', then '-' and 16 digits of 0-9 and a-f. GET /api/exports lists those there are.");

    /// <summary>400: a parameter can't be used.</summary>
    public static IResult BadParameter(HttpRequest request, string detail) =>
        Problem.Answer(request, StatusCodes.Status400BadRequest, "bad-parameter", "A parameter can't be used", detail);

    /// <summary>400: the server can't use the request at all.</summary>
    public static IResult BadRequest(HttpRequest request, int status) =>
        Problem.Answer(request, status, "bad-request", "The request can't be used", "See docs/api.md for the requests that can be made.");

    /// <summary>404: the id could be one, but is not known.</summary>
    public static IResult UnknownExport(HttpRequest request) => Problem.Answer(
        request,
        StatusCodes.Status404NotFound,
        "unknown-export",
        "No such export",
        "No export has this id. GET /api/exports lists those there are.");

    /// <summary>404: the export has no report.</summary>
    public static IResult NoReport(HttpRequest request, string detail) =>
        Problem.Answer(request, StatusCodes.Status404NotFound, "no-report", "No report", detail);

    /// <summary>404: nothing is at this path.</summary>
    public static IResult UnknownRoute(HttpRequest request) => Problem.Answer(
        request, StatusCodes.Status404NotFound, "unknown-route", "Nothing here", "There is nothing at this path. Begin with GET /api/exports.");

    /// <summary>405: what is at this path takes other methods.</summary>
    public static IResult WrongMethod(HttpRequest request) => Problem.Answer(
        request,
        StatusCodes.Status405MethodNotAllowed,
        "wrong-method",
        "Not with this method",
        "What is at this path takes other methods: the header Allow names them.");
}

using EncordFunctions.Http.Answers;
using Microsoft.AspNetCore.Http;

namespace EncordFunctions.Http.Problems;

/// <summary>Why a request has no other answer, as RFC 9457 writes it.</summary>
/// <param name="Type">Which kind it is; stable, for programs.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="Detail">What is wrong with this request and what would be right.</param>
/// <param name="Instance">The path that was asked for, without its query: that may hold a key.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string Instance)
{
    private const string Kinds = "urn:encordfunctions:problem:";
    private const string ContentType = "application/problem+json";

    public static IResult Answer(HttpRequest request, int status, string kind, string title, string detail) => TypedResults.Json(
        new Problem(Kinds + kind, title, status, detail, request.Path.ToUriComponent()), AnswerJson.Readable.Problem, ContentType, status);
}

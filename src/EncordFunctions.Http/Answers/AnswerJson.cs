using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EncordFunctions.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace EncordFunctions.Http.Answers;

/// <summary>How answers are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ExportsAnswer))]
[JsonSerializable(typeof(ExportAnswer))]
[JsonSerializable(typeof(IssuesAnswer))]
[JsonSerializable(typeof(RetryAnswer))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    /// <summary>Text is written as it is, for people who ask by curl. No browser reads these answers as anything but JSON.</summary>
    public static AnswerJson Readable => field ??=
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static IResult Answer(ExportsAnswer answer) => TypedResults.Json(answer, Readable.ExportsAnswer);

    public static IResult Answer(ExportAnswer answer) => TypedResults.Json(answer, Readable.ExportAnswer);

    public static IResult Answer(IssuesAnswer answer) => TypedResults.Json(answer, Readable.IssuesAnswer);

    public static IResult Answer(RetryAnswer answer) =>
        TypedResults.Json(answer, Readable.RetryAnswer, statusCode: StatusCodes.Status202Accepted);
}

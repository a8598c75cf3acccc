using EncordFunctions.Http.Answers;
using EncordFunctions.Http.Problems;
using EncordFunctions.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Http;

/// <summary>Puts what failed of an export back to work. A second request does no harm.</summary>
public sealed class RetryExport(Pipeline.RetryExport retry, TimeProvider time, ILogger<RetryExport> logger)
{
    /// <summary>Answers with 202 when all of it is put back, or with a problem.</summary>
    public Task<IResult> RunAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        request.AnswerAsync(Answering.WritingLimit, logger, time, async ending =>
        {
            if (!ExportId.TryParse(id, out var export)) return RequestProblems.MalformedId(request);
            if (await retry.RunAsync(export, ending) is not { } put) return RequestProblems.UnknownExport(request);
            var path = ExportAnswers.PathOf(export);
            request.HttpContext.Response.Headers.Location = path;
            return AnswerJson.Answer(new RetryAnswer(export.Value, put.Rows, put.Whole, new RetryLinks(path)));
        }, cancellationToken);
}

using Azure;
using Azure.Storage.Blobs.Models;
using EncordFunctions.Http.Answers;
using EncordFunctions.Http.Problems;
using EncordFunctions.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace EncordFunctions.Http;

/// <summary>The report of an export, as it lies among its derivatives.</summary>
public sealed class GetReport(ExportReader exports, PipelineStorage storage, TimeProvider time, ILogger<GetReport> logger)
{
    private const string FileName = "report.html";
    private const string ContentType = "text/html; charset=utf-8";

    // What the page says of itself in its head, and that no other page may frame it, which only a header can say.
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Answers with 200, with 304 where the caller has it already, or with a problem.</summary>
    public Task<IResult> RunAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        request.AnswerAsync(Answering.ReadingLimit, logger, time, async ending =>
        {
            if (!ExportId.TryParse(id, out var export)) return RequestProblems.MalformedId(request);
            if (await exports.FindAsync(export, ending) is not { } found) return RequestProblems.UnknownExport(request);
            if (found.FinishedAt is null) return RequestProblems.NoReport(request, "The export is not finished; its report is written at its end.");
            return await OpenAsync(export, ending) is { } report
                ? Answer(request, report)
                : RequestProblems.NoReport(request, ExportAnswers.HasReport(found)
                    ? $"The export is {found.Status} and has no report: {found.Reason}"
                    : $"No report was chosen for this export: it was written to {found.Formats}.");
        }, cancellationToken);

    private static FileStreamHttpResult Answer(HttpRequest request, BlobDownloadStreamingResult report)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "private, no-cache";
        var tag = EntityTagHeaderValue.Parse(report.Details.ETag.ToString("H"));
        return TypedResults.Stream(report.Content, ContentType, lastModified: report.Details.LastModified, entityTag: tag);
    }

    private async Task<BlobDownloadStreamingResult?> OpenAsync(ExportId export, CancellationToken cancellationToken)
    {
        try
        {
            return await storage.Derivatives.GetBlobClient($"{export}/{FileName}").DownloadStreamingAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}

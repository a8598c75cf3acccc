using EncordFunctions.Http.Answers;
using EncordFunctions.Http.Problems;
using EncordFunctions.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Http;

/// <summary>One export: how far it is, what was found in it, and where more is.</summary>
public sealed class GetExport
{
    private readonly ExportReader _exports;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ExportAnswers _answers;

    /// <summary>Reads <paramref name="exports"/> of <paramref name="storage"/>.</summary>
    public GetExport(ExportReader exports, PipelineStorage storage, TimeProvider time, ILogger<GetExport> logger)
    {
        (_exports, _time, _logger) = (exports, time, logger);
        _answers = new ExportAnswers(storage, time);
    }

    /// <summary>Answers with 200, or with a problem.</summary>
    public Task<IResult> RunAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        request.AnswerAsync(Answering.ReadingLimit, _logger, _time, async ending =>
        {
            if (!ExportId.TryParse(id, out var export)) return RequestProblems.MalformedId(request);
            if (await _exports.FindAsync(export, ending) is not { } found) return RequestProblems.UnknownExport(request);
            return AnswerJson.Answer(_answers.Of(found));
        }, cancellationToken);
}

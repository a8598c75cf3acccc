using EncordFunctions.Http.Answers;
using EncordFunctions.Http.Problems;
using EncordFunctions.Http.Requests;
using EncordFunctions.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Http;

/// <summary>The exports, page by page, by id; where asked for, those of a status.</summary>
public sealed class ListExports
{
    private const int UsualSize = 50;
    private const int MostSize = 200;

    private readonly ExportReader _exports;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ExportAnswers _answers;

    /// <summary>Reads <paramref name="exports"/> of <paramref name="storage"/>.</summary>
    public ListExports(ExportReader exports, PipelineStorage storage, TimeProvider time, ILogger<ListExports> logger)
    {
        (_exports, _time, _logger) = (exports, time, logger);
        _answers = new ExportAnswers(storage, time);
    }

    /// <summary>Answers with 200, or with a problem.</summary>
    public Task<IResult> RunAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.AnswerAsync(Answering.ReadingLimit, _logger, _time, async ending =>
        {
            var query = new QueryReader(request);
            var (status, size, from) = (query.Choice<ExportStatus>("status"), query.Size(UsualSize, MostSize), query.Page());
            if (query.Fault is { } fault) return RequestProblems.BadParameter(request, fault);
            var page = await _exports.ReadPageAsync(status, size, from, ending);
            return AnswerJson.Answer(new ExportsAnswer([.. page.Items.Select(_answers.Of)], query.NextPage(page.Next), query.Links(page.Next)));
        }, cancellationToken);
}

using EncordFunctions.Http.Answers;
using EncordFunctions.Http.Problems;
using EncordFunctions.Http.Requests;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Http;

/// <summary>The issues of an export, page by page; where asked for, those of a code or a severity.</summary>
public sealed class ListIssues(ExportReader exports, IssueReader issues, TimeProvider time, ILogger<ListIssues> logger)
{
    private const int UsualSize = 100;
    private const int MostSize = 1_000;

    /// <summary>Answers with 200, or with a problem.</summary>
    public Task<IResult> RunAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        request.AnswerAsync(Answering.ReadingLimit, logger, time, async ending =>
        {
            if (!ExportId.TryParse(id, out var export)) return RequestProblems.MalformedId(request);
            var query = new QueryReader(request);
            var (filter, size, from) = (
                new IssueFilter(query.Code("code"), query.Choice<Severity>("severity")), query.Size(UsualSize, MostSize), query.Page());
            if (query.Fault is { } fault) return RequestProblems.BadParameter(request, fault);
            if (!await exports.IsKnownAsync(export, ending)) return RequestProblems.UnknownExport(request);
            var page = await issues.ReadPageAsync(export, filter, size, from, ending);
            return AnswerJson.Answer(new IssuesAnswer([.. page.Items.Select(IssueAnswer.Of)], query.NextPage(page.Next), query.Links(page.Next)));
        }, cancellationToken);
}

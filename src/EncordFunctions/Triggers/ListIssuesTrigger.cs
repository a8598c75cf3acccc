using EncordFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class ListIssuesTrigger(ListIssues endpoint)
{
    [Function(nameof(ListIssues))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Routes.Issues)] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        endpoint.RunAsync(request, id, cancellationToken);
}

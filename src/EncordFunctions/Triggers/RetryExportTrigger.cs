using EncordFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class RetryExportTrigger(RetryExport endpoint)
{
    [Function(nameof(RetryExport))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Routes.Retry)] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        endpoint.RunAsync(request, id, cancellationToken);
}

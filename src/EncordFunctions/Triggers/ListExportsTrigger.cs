using EncordFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class ListExportsTrigger(ListExports endpoint)
{
    [Function(nameof(ListExports))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Routes.Exports)] HttpRequest request, CancellationToken cancellationToken) =>
        endpoint.RunAsync(request, cancellationToken);
}

using EncordFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class GetExportTrigger(GetExport endpoint)
{
    [Function(nameof(GetExport))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = Routes.Export)] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        endpoint.RunAsync(request, id, cancellationToken);
}

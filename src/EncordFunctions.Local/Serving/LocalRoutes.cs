using EncordFunctions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EncordFunctions.Local.Serving;

/// <summary>The triggers of the Functions app, in the words of ASP.NET Core.</summary>
internal static class LocalRoutes
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Writing = [HttpMethods.Post];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Map<ListExports>(Routes.Exports, Reading, static (endpoint, context, _) => endpoint.RunAsync(context.Request, context.RequestAborted));
        Map<GetExport>(Routes.Export, Reading, static (endpoint, context, id) => endpoint.RunAsync(context.Request, id, context.RequestAborted));
        Map<ListIssues>(Routes.Issues, Reading, static (endpoint, context, id) => endpoint.RunAsync(context.Request, id, context.RequestAborted));
        Map<RetryExport>(Routes.Retry, Writing, static (endpoint, context, id) => endpoint.RunAsync(context.Request, id, context.RequestAborted));
        Map<GetReport>(Routes.Report, Reading, static (endpoint, context, id) => endpoint.RunAsync(context.Request, id, context.RequestAborted));

        void Map<T>(string route, string[] methods, Func<T, HttpContext, string, Task<IResult>> answer)
            where T : notnull
        {
            endpoints.MapMethods($"/{Routes.Prefix}/{route}", methods, async context =>
            {
                var id = context.Request.RouteValues["id"] as string ?? "";
                var result = await answer(context.RequestServices.GetRequiredService<T>(), context, id);
                await result.ExecuteAsync(context);
            });
        }
    }
}

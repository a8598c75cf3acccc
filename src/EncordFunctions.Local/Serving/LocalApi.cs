using System.Net;
using EncordFunctions.Http;
using EncordFunctions.Http.Problems;
using EncordFunctions.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Local.Serving;

/// <summary>
/// The endpoints of the Functions app, for this machine alone: at the port that <c>func start</c> has, or at a free one where it is taken.
/// </summary>
public sealed class LocalApi : IAsyncDisposable
{
    private const int UsualPort = 7071;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;

    private LocalApi(WebApplication app) => _app = app;

    /// <summary>Where the exports are listed.</summary>
    public string Address => $"{_app.Urls.Single()}/{Routes.Prefix}/{Routes.Exports}";

    /// <summary>What it answers to, as <c>GET /api/exports</c>.</summary>
    internal IEnumerable<string> Operations =>
        from endpoint in _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
        select $"{method} {endpoint.RoutePattern.RawText}";

    /// <summary>Starts answering.</summary>
    /// <param name="storage">What the answers are about.</param>
    /// <param name="warn">Told, in a line, of a request that could not be answered.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<LocalApi> StartAsync(
        PipelineStorage storage, Action<string> warn, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await StartAsync(UsualPort, storage, warn, time, cancellationToken);
        }
        catch (IOException)
        {
            // The port is taken: by a Functions host, or by another watch.
            return await StartAsync(0, storage, warn, time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<LocalApi> StartAsync(
        int port, PipelineStorage storage, Action<string> warn, TimeProvider time, CancellationToken cancellationToken)
    {
        var app = Build(port, storage, warn, time);
        try
        {
            await app.StartAsync(cancellationToken);
            return new LocalApi(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(int port, PipelineStorage storage, Action<string> warn, TimeProvider time)
    {
        // An empty one reads no settings of the environment and of the working folder, which are somebody else's.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Logging.AddProvider(new WarningLines(warn));
        builder.Services
            .AddSingleton<IHostLifetime, NoLifetime>()
            .Configure<HostOptions>(static host => host.ShutdownTimeout = StopLimit)
            // A page of any site could otherwise read from here, under a name of its own that leads to this machine.
            .Configure<HostFilteringOptions>(static filter =>
            {
                filter.AllowedHosts = ["127.0.0.1", "localhost"];
                filter.IncludeFailureMessage = false;
            })
            .AddRoutingCore()
            .AddSingleton(storage)
            .AddSingleton(time)
            .AddEncordPipeline(new ConfigurationBuilder().Build())
            .AddEncordHttp();
        var app = builder.Build();
        app.UseStatusCodePages(static context => Unanswered(context.HttpContext).ExecuteAsync(context.HttpContext));
        app.UseHostFiltering();
        LocalRoutes.Map(app);
        return app;
    }

    private static IResult Unanswered(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => RequestProblems.UnknownRoute(context.Request),
        StatusCodes.Status405MethodNotAllowed => RequestProblems.WrongMethod(context.Request),
        var status => RequestProblems.BadRequest(context.Request, status),
    };
}

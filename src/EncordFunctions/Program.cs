using EncordFunctions;
using EncordFunctions.Http;
using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddEncordPipeline(builder.Configuration).AddEncordHttp();
builder.AddTelemetry();
await builder.Build().RunAsync();

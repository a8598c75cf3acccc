using EncordFunctions;
using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddEncordPipeline(builder.Configuration);
builder.AddTelemetry();
await builder.Build().RunAsync();

using System.Collections.Concurrent;
using System.Net;
using Azure.Core;
using EncordFunctions.Local.Serving;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Tests.Serving;

public sealed class LocalApiTests
{
    // Nobody listens at port 1.
    private const string NoStorage =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=bm9uZQ==;" +
        "BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a";

    private const string Export = "/api/exports/some-0123456789abcdef";

    private readonly ConcurrentQueue<string> _warnings = [];

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_routes_are_those_of_the_OpenAPI_document()
    {
        await using var api = await StartAsync();

        Assert.Equal(new OpenApi().Operations.Order(StringComparer.Ordinal), api.Operations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_one_finds_a_port_of_its_own()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();

        Assert.NotEqual(first.Address, second.Address);
        Assert.All([first, second], api => Assert.Equal("127.0.0.1", new Uri(api.Address).Host));
        using var caller = new Caller(new Uri(second.Address));
        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("GET", "/api/exports")]
    [InlineData("GET", Export)]
    [InlineData("GET", $"{Export}/issues")]
    [InlineData("GET", $"{Export}/report")]
    [InlineData("POST", $"{Export}/retry")]
    public async Task Where_the_storage_does_not_answer_people_are_asked_to_come_again(string method, string path)
    {
        await using var api = await StartAsync();
        using var caller = new Caller(new Uri(api.Address), "refused", ":1/a");

        var answer = await caller.SendAsync(new HttpMethod(method), path);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage-silent"), answer.Problem);
        Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter?.Delta);
        Assert.Contains("the storage did not answer: Connection refused", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_code_is_a_problem_and_a_line_on_the_terminal()
    {
        await using var api = await StartAsync(new FailingPolicy(static () => new InvalidOperationException("Secret state.\nMore of it.")));
        using var caller = new Caller(new Uri(api.Address), "Secret", "   at ");

        var answer = await caller.GetAsync(Export);

        Assert.Equal((HttpStatusCode.InternalServerError, "fault"), answer.Problem);
        Assert.Equal($"GET {Export}: no answer was found: Secret state.", Assert.Single(_warnings));
    }

    private Task<LocalApi> StartAsync(FailingPolicy? policy = null)
    {
        var storage = PipelineStorage.Connect(NoStorage, options =>
        {
            options.Retry.MaxRetries = 0;
            if (policy is not null) options.AddPolicy(policy, HttpPipelinePosition.BeforeTransport);
        });
        return LocalApi.StartAsync(storage, _warnings.Enqueue, TimeProvider.System, Ending);
    }
}

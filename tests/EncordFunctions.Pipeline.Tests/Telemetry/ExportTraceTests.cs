using System.Diagnostics;
using EncordFunctions.Pipeline.Telemetry;

namespace EncordFunctions.Pipeline.Tests.Telemetry;

public sealed class ExportTraceTests
{
    private const string Export = "sample-c0d45be2966f552d";

    // printf %s sample-c0d45be2966f552d | sha256sum; docs/telemetry.md tells users to look for it like that.
    [Fact]
    public void The_trace_of_an_export_is_found_by_the_SHA_256_of_its_id()
    {
        var root = ExportTrace.RootOf(Id(Export));

        Assert.Equal("4958d089e927e55470fc3da798f6f60b", root.TraceId.ToHexString());
        Assert.Equal("3bc3952c5b0c58a1", root.SpanId.ToHexString());
    }

    [Fact]
    public void A_sampler_that_asks_the_parent_keeps_the_trace()
    {
        var root = ExportTrace.RootOf(Id(Export));

        Assert.Equal((ActivityTraceFlags.Recorded, true), (root.TraceFlags, root.IsRemote));
    }

    private static ExportId Id(string text) => ExportId.TryParse(text, out var id) ? id : throw new ArgumentException("No id.", nameof(text));
}

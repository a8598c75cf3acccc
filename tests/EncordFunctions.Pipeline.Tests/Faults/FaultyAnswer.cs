using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace EncordFunctions.Pipeline.Tests.Faults;

/// <summary>An answer without a body that says no, as a front end gives it before anything was done.</summary>
public sealed class FaultyAnswer(int status) : Response
{
    public override int Status => status;

    // Set by the transport otherwise.
    public override bool IsError => true;

    public override string ReasonPhrase => "Injected";

    public override Stream? ContentStream { get; set; } = new MemoryStream();

    public override string ClientRequestId { get; set; } = "";

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => false;

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => (value = null) is not null;

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) => (values = null) is not null;
}

using System.Diagnostics;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>A request that the product made, ready to be made again.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Uri">Where it went.</param>
/// <param name="Headers">What it said, but for what the client's own pipeline says.</param>
/// <param name="Body">What it carried.</param>
/// <param name="Step">The run of the step that made it; null for the host's own.</param>
/// <param name="Began">When it left, in the order of all that leave and come.</param>
internal sealed record RecordedRequest(
    string Method, Uri Uri, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, Activity? Step, long Began)
{
    /// <summary>When its answer came, in the same order.</summary>
    public long Ended { get; set; } = long.MaxValue;

    /// <summary>What it does.</summary>
    public string Kind { get; } = RequestKind.Of(Method, Uri);

    /// <summary>
    /// Whether the product waits for <paramref name="other"/> before it makes this: it had come back then. What does the same to different blobs
    /// does not wait for each other, however they came back.
    /// </summary>
    public bool Follows(RecordedRequest other) => other.Ended < Began && (other.Kind != Kind || other.Uri.AbsolutePath == Uri.AbsolutePath);
}

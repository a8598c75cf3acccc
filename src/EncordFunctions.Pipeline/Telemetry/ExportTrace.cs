using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace EncordFunctions.Pipeline.Telemetry;

/// <summary>
/// The one trace of an export. Its steps run in many processes, and their messages carry no trace context; so the trace's id is made of
/// the export's, and a step that is tried again a week later still finds it.
/// </summary>
internal static class ExportTrace
{
    private const int TraceBytes = 16;
    private const int SpanBytes = 8;

    /// <summary>
    /// What all steps of an export are children of. It is never written itself: a span's own id can't be chosen, and no step is there
    /// exactly once.
    /// </summary>
    public static ActivityContext RootOf(ExportId export)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(export.Value), hash);
        return new ActivityContext(
            ActivityTraceId.CreateFromBytes(hash[..TraceBytes]),
            ActivitySpanId.CreateFromBytes(hash.Slice(TraceBytes, SpanBytes)),
            ActivityTraceFlags.Recorded,
            isRemote: true);
    }
}

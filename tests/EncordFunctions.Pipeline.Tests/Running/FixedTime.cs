namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>A clock that stands, so that two runs of an export write the same times.</summary>
public sealed class FixedTime(DateTimeOffset? now = null) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now ?? new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
}

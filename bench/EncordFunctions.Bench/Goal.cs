namespace EncordFunctions.Bench;

/// <summary>What the design asks of a work, and what was measured.</summary>
internal sealed record Goal(string Work, string Reach, string Stretch, string Measured);

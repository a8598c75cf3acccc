namespace EncordFunctions.Labels.Answers;

/// <summary>Frames (or milliseconds, or characters), inclusive at both ends. 64 bits: scene keys are nanoseconds.</summary>
public readonly record struct FrameRange(long Start, long End);

namespace EncordFunctions.Local.Sample;

/// <summary>How a row says which frames a classification holds for; the vendor has changed it twice.</summary>
public enum ClassificationEra
{
    /// <summary>An entry on every frame, and an answer without ranges.</summary>
    Frames,

    /// <summary>Entries on the frames and the same ranges in the answer.</summary>
    FramesAndRanges,

    /// <summary>Ranges in the answer alone; the lists of the frames stay empty.</summary>
    Ranges,
}

namespace EncordFunctions.Pipeline.Verifying;

/// <summary>What a verification came to.</summary>
public sealed record Verification
{
    /// <summary>As many differences are told one by one.</summary>
    public const int MostTold = 10_000;

    /// <summary>Whether the export had come to its end; nothing is verified before.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>How many label rows were processed anew.</summary>
    public long Rows { get; init; }

    /// <summary>How many files were read and compared.</summary>
    public long Files { get; init; }

    /// <summary>How many bytes they have.</summary>
    public long Bytes { get; init; }

    /// <summary>How many entities were compared.</summary>
    public long Entities { get; init; }

    /// <summary>How many differences were found.</summary>
    public long DifferenceCount { get; init; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>What else there is to know: what could not be verified, and where bytes were taken from another place.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether all that stands is what should.</summary>
    public bool IsEqual => IsFinished && DifferenceCount == 0;
}

namespace EncordFunctions.Pipeline;

/// <summary>How many label rows have which verdict.</summary>
public readonly record struct VerdictCounts(long Done, long DoneWithIssues, long Rejected, long Failed)
{
    /// <summary>How many label rows have a verdict.</summary>
    public long Total => Done + DoneWithIssues + Rejected + Failed;

    /// <summary>The counts with one more of <paramref name="verdict"/>.</summary>
    public VerdictCounts Plus(Verdict verdict) => verdict switch
    {
        Verdict.Done => this with { Done = Done + 1 },
        Verdict.DoneWithIssues => this with { DoneWithIssues = DoneWithIssues + 1 },
        Verdict.Rejected => this with { Rejected = Rejected + 1 },
        _ => this with { Failed = Failed + 1 },
    };
}

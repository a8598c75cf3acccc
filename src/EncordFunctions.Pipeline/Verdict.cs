namespace EncordFunctions.Pipeline;

/// <summary>What became of a label row.</summary>
public enum Verdict
{
    /// <summary>Everything in it is used, and nothing needs a look.</summary>
    Done,

    /// <summary>It is used; some of it has a warning or was skipped with an error.</summary>
    DoneWithIssues,

    /// <summary>Its content is at fault and none of it is used. Final.</summary>
    Rejected,

    /// <summary>Its tries were used up by faults that are not the content's. It can be retried.</summary>
    Failed,
}

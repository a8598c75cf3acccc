using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>The row has its verdict, so nothing of it may be written again. Thrown out of the writers, who know nothing of verdicts.</summary>
internal sealed class RowStandsException(VerdictRow verdict) : Exception
{
    public VerdictRow Verdict => verdict;
}

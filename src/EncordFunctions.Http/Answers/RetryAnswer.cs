namespace EncordFunctions.Http.Answers;

/// <summary>What was put back to work.</summary>
/// <param name="Id">The export.</param>
/// <param name="Rows">How many failed rows of it.</param>
/// <param name="Whole">Whether the export itself is tried again: its unpacking, or its finish.</param>
/// <param name="Links">Where to see what becomes of them.</param>
internal sealed record RetryAnswer(string Id, int Rows, bool Whole, RetryLinks Links);

namespace EncordFunctions.Bench.Starting;

/// <summary>What a process that was just started tells.</summary>
/// <param name="Main">Its first line.</param>
/// <param name="Received">The first message is there: settings read, steps made, storage reached.</param>
/// <param name="FirstRow">The first row has its verdict.</param>
/// <param name="SecondRow">So has the second.</param>
/// <param name="Methods">Who the methods belong to that were compiled at run time, where that was asked for.</param>
internal sealed record StartFigures(Moment Main, Moment Received, Moment FirstRow, Moment SecondRow, IReadOnlyDictionary<string, int> Methods);

namespace EncordFunctions.Pipeline.Tables;

/// <summary>What became of an archive's entries: all of them, those read to their end, those at fault, those that hold no label rows.</summary>
internal readonly record struct EntryCounts(int Total, int Read, int Faulty, int Skipped);

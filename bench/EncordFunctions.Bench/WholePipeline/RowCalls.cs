using Azure.Data.Tables;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>What the pipeline wrote for one row, ready to be written again without any work.</summary>
internal sealed record RowCalls(
    BinaryData Message,
    long Offset,
    long Length,
    IReadOnlyList<(string Path, BinaryData Content, IDictionary<string, string> Metadata)> Files,
    IReadOnlyList<TableEntity> Objects,
    TableEntity Label,
    TableEntity Verdict);

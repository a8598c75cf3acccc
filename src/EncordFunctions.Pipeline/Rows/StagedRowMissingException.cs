namespace EncordFunctions.Pipeline.Rows;

/// <summary>A row's staged bytes are gone. That is not its content's fault, so the row fails rather than being rejected.</summary>
internal sealed class StagedRowMissingException(string message, Exception inner) : Exception(message, inner);

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>An upload was replaced or deleted while it was read. What it was can't be read any more.</summary>
internal sealed class UploadChangedException(string name, Exception inner) : Exception($"{name} was replaced or deleted.", inner);

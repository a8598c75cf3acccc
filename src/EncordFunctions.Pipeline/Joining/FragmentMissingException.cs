namespace EncordFunctions.Pipeline.Joining;

/// <summary>A row's fragment is gone, so the derivatives of the export can't be joined anew. Those that stand are left as they are.</summary>
internal sealed class FragmentMissingException(string message, Exception inner) : Exception(message, inner);

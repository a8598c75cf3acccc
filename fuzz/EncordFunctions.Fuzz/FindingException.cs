namespace EncordFunctions.Fuzz;

/// <summary>An input for which the code broke one of its promises.</summary>
public sealed class FindingException(string message) : Exception(message)
{
    /// <summary>Throws unless the promise was kept.</summary>
    public static void Unless(bool kept, string promise)
    {
        if (!kept) throw new FindingException(promise);
    }
}

namespace EncordFunctions.Local.Hosting;

/// <summary>Messages of the storage clients go on for a page of headers; people get their first line.</summary>
internal static class OneLine
{
    /// <summary>The first line of what an exception says.</summary>
    public static string Of(Exception fault) => Of(fault.Message);

    /// <summary>The first line of a text.</summary>
    public static string Of(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }
}

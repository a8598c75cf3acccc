using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>Where a finding is: entry, byte and pointer, so that it can be looked up in the upload.</summary>
internal static class Place
{
    public static void Write(MarkupWriter page, IssueExample example)
    {
        page.Write($"<p class=\"place\"><code>{example.Entry}</code> byte <b>{example.Offset:N0}</b>");
        if (example.Pointer.Length > 0) page.Write($" <code>{example.Pointer}</code>");
        if (example.Frame is { } frame) page.Write($" frame <b>{frame}</b>");
        if (example.ObjectHash is { } hash) page.Write($" object <code>{hash}</code>");
        page.Write($"</p>");
    }
}

using EncordFunctions.Formats.Markup;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>The end of the page.</summary>
internal static class FootPart
{
    public static void Write(MarkupWriter page, ReportFacts facts) => page.Write($"""
        </main>
        <footer><p>Made by EncordFunctions. The same export gives the same page, byte for byte.</p></footer>
        </body>
        </html>

        """);
}

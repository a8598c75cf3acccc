using System.CommandLine;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Commands;

/// <summary>An export that the user names by its id.</summary>
internal static class KnownExport
{
    public static Argument<string> Argument(string description) => new("export") { Description = description };

    /// <exception cref="UnusableInputException">It can't be an id.</exception>
    public static ExportId Parse(string text) => ExportId.TryParse(text, out var id) ? id : throw Missing(text);

    public static UnusableInputException Missing(string text) => new($"There is no export '{text}' in this storage: 'status' lists those there are.");
}

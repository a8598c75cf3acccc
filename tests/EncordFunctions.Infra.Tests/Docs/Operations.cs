namespace EncordFunctions.Infra.Tests.Docs;

/// <summary>docs/operations.md.</summary>
internal static class Operations
{
    public static string Text { get; } = Repository.Text("docs/operations.md");

    /// <summary>What stands under a heading of the second level.</summary>
    public static string Section(string heading) =>
        Text.Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
}

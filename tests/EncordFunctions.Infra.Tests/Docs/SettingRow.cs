namespace EncordFunctions.Infra.Tests.Docs;

/// <summary>A row of the table of settings.</summary>
internal sealed record SettingRow(string Name, string Kind, string Standard, string Meaning)
{
    public static IReadOnlyList<SettingRow> All { get; } =
    [
        .. Operations.Section("Configure").Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new SettingRow(cells[1].Trim('`'), cells[2], cells[3].Trim('`'), cells[4])),
    ];
}

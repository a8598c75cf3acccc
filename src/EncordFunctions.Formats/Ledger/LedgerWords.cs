using System.Text.Json;

namespace EncordFunctions.Formats.Ledger;

/// <summary>What ledger lines count, as it is written.</summary>
internal static class LedgerWords
{
    /// <summary>The unit in snake case.</summary>
    public static string Of(LedgerUnit unit) => JsonNamingPolicy.SnakeCaseLower.ConvertName(unit.ToString());
}

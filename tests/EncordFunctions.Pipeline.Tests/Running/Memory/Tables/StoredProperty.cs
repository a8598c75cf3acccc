using System.Globalization;
using System.Text.Json;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Tables;

/// <summary>A property as it was sent.</summary>
/// <param name="Json">The value.</param>
/// <param name="Type">What the sender says its type is; null where the JSON shows it.</param>
internal sealed record StoredProperty(JsonElement Json, string? Type)
{
    /// <summary>What a filter compares.</summary>
    public IComparable? Value => (Type, Json.ValueKind) switch
    {
        ("Edm.Int64", _) => decimal.Parse(Json.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.DateTime", _) => Json.GetDateTimeOffset(),
        (null or "Edm.String", JsonValueKind.String) => Json.GetString(),
        (_, JsonValueKind.Number) => Json.GetDecimal(),
        (_, JsonValueKind.True or JsonValueKind.False) => Json.GetBoolean(),
        _ => null,
    };
}

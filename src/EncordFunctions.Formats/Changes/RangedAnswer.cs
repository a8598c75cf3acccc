using System.Text.Json;

namespace EncordFunctions.Formats.Changes;

/// <summary>An answer that holds on some ranges of its object, as of audio.</summary>
internal sealed record RangedAnswer(JsonElement Answer, JsonElement Ranges);

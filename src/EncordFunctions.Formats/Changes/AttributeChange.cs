using System.Text.Json;

namespace EncordFunctions.Formats.Changes;

/// <summary>
/// An attribute whose answer differs: text, a number, the list of the names of the chosen options, or null where there is none; on a range an
/// object of <c>answer</c> and <c>ranges</c>.
/// </summary>
/// <param name="Name">The attribute's name.</param>
/// <param name="Dynamic">Whether the answer holds for some frames only.</param>
/// <param name="Frame">Of a dynamic one the first frame, in the order of the later row, on which the answer differs; the answers are those of it.</param>
/// <param name="Frames">Of a dynamic one on how many frames, of those the object was on before and is on now, the answer differs.</param>
/// <param name="Before">The answer of the earlier export.</param>
/// <param name="After">The answer now.</param>
public sealed record AttributeChange(string? Name, bool Dynamic, long? Frame, long? Frames, JsonElement? Before, JsonElement? After);

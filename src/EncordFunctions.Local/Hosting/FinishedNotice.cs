using System.Text.Json;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Hosting;

/// <summary>The message of the finished-exports queue: <c>{"export": id}</c>.</summary>
internal static class FinishedNotice
{
    /// <summary>The message for an export.</summary>
    public static BinaryData Of(ExportId export) => BinaryData.FromObjectAsJson(new { export = export.Value });

    /// <summary>The export a message names; null where it isn't such a message.</summary>
    public static ExportId? Read(BinaryData message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return ExportId.TryParse(json.RootElement.GetProperty("export").GetString(), out var export) ? export : null;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Diagnostics;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats.Json;

/// <summary>The word for a severity.</summary>
internal static class SeverityJson
{
    public static ReadOnlySpan<byte> Word(Severity severity) => severity switch
    {
        Severity.Info => "info"u8,
        Severity.Warning => "warning"u8,
        Severity.Error => "error"u8,
        _ => throw new UnreachableException($"The severity {severity} has no word."),
    };
}

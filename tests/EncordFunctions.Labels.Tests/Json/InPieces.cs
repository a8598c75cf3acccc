using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Tests.Json;

/// <summary>Gives bytes to a validator in pieces.</summary>
internal static class InPieces
{
    public static (JsonFault? Fault, IReadOnlyList<JsonRepeat> Repeats) Validate(byte[] bytes, int chunk)
    {
        var validator = new JsonValidator();
        for (var at = 0; at < bytes.Length; at += chunk)
        {
            if (validator.Push(bytes.AsSpan(at, Math.Min(chunk, bytes.Length - at))) is { } fault) return (fault, validator.Repeats);
        }
        return (validator.Complete(), validator.Repeats);
    }
}

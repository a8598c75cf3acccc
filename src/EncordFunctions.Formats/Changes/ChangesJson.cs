using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EncordFunctions.Formats.Changes;

/// <summary>Changes as JSON: every member in every line, null where it says nothing.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ObjectChange))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(RangedAnswer))]
internal sealed partial class ChangesJson : JsonSerializerContext
{
    /// <summary>Leaves unescaped what needs no escape, as every other file of lines does.</summary>
    public static ChangesJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

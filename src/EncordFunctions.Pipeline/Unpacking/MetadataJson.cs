using System.Text.Encodings.Web;
using System.Text.Json.Serialization;

namespace EncordFunctions.Pipeline.Unpacking;

[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class MetadataJson : JsonSerializerContext
{
    /// <summary>Writes text as it is, so that as much as possible fits a property.</summary>
    public static MetadataJson Readable => field ??= new(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

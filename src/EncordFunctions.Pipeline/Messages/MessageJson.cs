using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EncordFunctions.Pipeline.Messages;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RowMessage))]
[JsonSerializable(typeof(FinishedMessage))]
[JsonSerializable(typeof(UploadMessage))]
[JsonSerializable(typeof(BlobPoisonMessage))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    /// <summary>Writes text as it is: escaping what is not ASCII would make a pointer several times as long.</summary>
    public static MessageJson Readable => field ??= new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

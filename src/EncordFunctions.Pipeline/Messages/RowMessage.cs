using System.Text.Json;
using System.Text.Json.Serialization;
using EncordFunctions.Formats;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Messages;

/// <summary>The pointer to a staged label row: state lies in storage, the message only says where.</summary>
/// <param name="Export">The export's id.</param>
/// <param name="Ordinal">The row's place in the export.</param>
/// <param name="Entry">The entry's place in the archive's directory.</param>
/// <param name="Name">The entry's name, cut to what a message can carry; for display alone.</param>
/// <param name="Element">The row's place in the entry's list, or -1 where the entry's root is the row.</param>
/// <param name="Offset">Where its bytes begin in the staged entry.</param>
/// <param name="Length">How many they are.</param>
/// <param name="Formats">The derivatives to write, as <see cref="DerivativeList"/> reads them; absent in messages of before there was a choice.</param>
/// <param name="Ontology">Whether the export's ontology is staged, for the row to be read with.</param>
internal sealed record RowMessage(
    string Export,
    int Ordinal,
    int Entry,
    string Name,
    int Element,
    long Offset,
    long Length,
    string? Formats = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Ontology = false)
{
    [JsonIgnore]
    public ExportId ExportId => ExportId.TryParse(Export, out var id) ? id : default;

    [JsonIgnore]
    public RowPlace Place => RowPlaces.Of(Name, Element, Offset);

    /// <exception cref="InvalidMessageException">The message is not such a pointer.</exception>
    public static RowMessage Read(BinaryData message)
    {
        try
        {
            if (JsonSerializer.Deserialize(message.ToMemory().Span, MessageJson.Default.RowMessage) is
                { Ordinal: >= 0, Entry: >= 0, Name: not null, Element: >= -1, Offset: >= 0, Length: > 0 } row && ExportId.TryParse(row.Export, out _))
                return row;
        }
        catch (JsonException exception)
        {
            throw new InvalidMessageException($"Not a pointer to a label row: {exception.Message}", exception);
        }
        throw new InvalidMessageException("Not a pointer to a label row: a member is missing or out of range.");
    }

    public BinaryData ToMessage() =>
        BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(this, MessageJson.Readable.RowMessage));
}

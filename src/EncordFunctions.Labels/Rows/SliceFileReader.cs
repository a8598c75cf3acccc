using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads the <c>metadata</c> of a frame. What is wrong with it costs a file name and nothing else, so nothing is said of it.</summary>
internal static class SliceFileReader
{
    public static SliceFile? Read(ReadOnlySpan<byte> metadata, Utf8Strings strings)
    {
        var json = new JsonCursor(metadata);
        if (json.Peek() != JsonKind.Object) return null;
        string? uid = null, uri = null;
        long? number = null;
        json.Enter();
        while (json.NextMember(out var name))
        {
            var kind = json.Peek();
            if (kind == JsonKind.Text && name.SequenceEqual("dicom_instance_uid"u8)) uid = Text(ref json, strings);
            else if (kind == JsonKind.Text && name.SequenceEqual("file_uri"u8)) uri = Text(ref json, strings);
            else if (kind == JsonKind.Number && name.SequenceEqual("multiframe_frame_number"u8)) number = (long)json.ReadNumber();
            else json.Skip();
        }
        return uid is null && uri is null ? null : new SliceFile(uid, number, uri);
    }

    private static string Text(ref JsonCursor json, Utf8Strings strings)
    {
        var raw = json.ReadText(out var escaped);
        return strings.Get(raw, escaped, out _);
    }
}

using System.Globalization;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads the children of a data group in a unit's <c>metadata</c>. Other metadata (patient, study and series of DICOM) is known and not used.</summary>
internal static class GroupChildren
{
    public static IReadOnlyList<GroupChild> In(ref JsonCursor json, MemberValues values)
    {
        IReadOnlyList<GroupChild> children = [];
        if (!values.Enter(ref json, "", "an object")) return children;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("children"u8)) children = ReadList(ref json, values);
            else json.Skip();
        }
        return children;
    }

    private static List<GroupChild> ReadList(ref JsonCursor json, MemberValues values)
    {
        var children = new List<GroupChild>();
        if (json.Peek() != JsonKind.List)
        {
            values.SkipOrNote(ref json, "/children", "a list of files");
            return children;
        }
        json.Enter();
        for (var index = 0; json.NextElement(); index++)
        {
            var path = $"/children/{index.ToString(CultureInfo.InvariantCulture)}";
            if (!values.Enter(ref json, path, "a file")) continue;
            string? dataHash = null, labelHash = null, title = null, layoutKey = null;
            while (json.NextMember(out var name))
            {
                if (name.SequenceEqual("data_hash"u8)) dataHash = values.Text(ref json, $"{path}/data_hash");
                else if (name.SequenceEqual("label_hash"u8)) labelHash = values.Text(ref json, $"{path}/label_hash");
                else if (name.SequenceEqual("name"u8)) title = values.Text(ref json, $"{path}/name");
                else if (name.SequenceEqual("layout_key"u8)) layoutKey = values.Text(ref json, $"{path}/layout_key");
                else json.Skip();
            }
            children.Add(new GroupChild(dataHash, labelHash, title, layoutKey));
        }
        return children;
    }
}

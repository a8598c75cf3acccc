using System.Buffers;
using System.Text;
using EncordFunctions.Formats.Classes;

namespace EncordFunctions.Formats.Yolo.Joining;

/// <summary>
/// <c>data.yaml</c>: what Ultralytics is told to train with. It has no <c>path</c>: then its own folder is meant, wherever that lies, where a
/// relative one would be looked for from the working directory on.
/// </summary>
internal static class DataYaml
{
    public static void Write(ArrayBufferWriter<byte> to, string folder, ClassList classes, int? keypoints)
    {
        var text = new StringBuilder();
        text.Append("# Put the pictures into images/ beside this file: labels/NAME.txt is of images/NAME.jpg, or whatever its ending is.\n")
            .Append("# An export has no split: move pictures and labels to folders train and val, or list the pictures in text files.\n")
            .Append("train: images\n")
            .Append("val: images\n");
        if (keypoints is { } most)
        {
            text.Append($"kpt_shape: [{most}, 3]\n");
            if (KeypointMirror.Of(classes, most) is { } mirror) text.Append($"flip_idx: [{string.Join(", ", mirror)}]\n");
            else text.Append("# No flip_idx: the ontology does not tell which points change places in a mirror, so pictures are not mirrored.\n");
        }
        // The numbers are those of the whole export, so that all tasks agree on them.
        text.Append(classes.All.Count == 0 ? "names: {}\n" : "names:\n");
        foreach (var one in classes.All) text.Append($"  {one.Index}: {Quoted(one.Label)}\n");
        Encoding.UTF8.GetBytes(text.ToString(), to);
    }

    /// <summary>A name as YAML reads it back whatever it holds.</summary>
    private static string Quoted(string name)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\') quoted.Append('\\').Append(rune);
            else if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xfeff) quoted.Append($"\\u{rune.Value:x4}");
            else quoted.Append(rune);
        }
        return quoted.Append('"').ToString();
    }
}

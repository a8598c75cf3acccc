using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// The children of a data group as columns of its row, for the finish to join them: <c>Children</c>, and where they are many
/// <c>Children1</c> and so on. <see cref="Count"/> counts all of them.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GroupChild))]
[JsonSerializable(typeof(GroupChild[]))]
internal sealed partial class ChildrenColumn : JsonSerializerContext
{
    public const string Count = "ChildCount";

    private const string Column = "Children";
    private const int MostColumns = 10;
    private const int TextChars = 500;

    /// <summary>All columns there may be.</summary>
    public static IEnumerable<string> Names => [Count, .. Enumerable.Range(0, MostColumns).Select(Name)];

    private static ChildrenColumn Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Add(TableEntity entity, IReadOnlyList<DataUnit> units)
    {
        GroupChild[] children = [.. units.SelectMany(static unit => unit.Children)];
        if (children.Length == 0) return;
        entity[Count] = (long)children.Length;
        var column = 0;
        var text = "";
        foreach (var child in children)
        {
            var json = JsonSerializer.Serialize(Cut(child), Readable.GroupChild);
            if (text.Length + json.Length + 2 > StorageLimits.TextChars)
            {
                if (++column == MostColumns) return;
                text = "";
            }
            text = text.Length == 0 ? $"[{json}]" : $"{text[..^1]},{json}]";
            entity[Name(column)] = text;
        }
    }

    public static IReadOnlyList<GroupChild> Read(TableEntity entity)
    {
        var children = new List<GroupChild>();
        for (var column = 0; entity.GetString(Name(column)) is { } text; column++)
            children.AddRange(JsonSerializer.Deserialize(text, Default.GroupChildArray)!);
        return children;
    }

    private static string Name(int column) => column == 0 ? Column : $"{Column}{column}";

    private static GroupChild Cut(GroupChild child) => new(
        StorageLimits.Cut(child.DataHash, TextChars),
        StorageLimits.Cut(child.LabelHash, TextChars),
        StorageLimits.Cut(child.Name, TextChars),
        StorageLimits.Cut(child.LayoutKey, TextChars));
}

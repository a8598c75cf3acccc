using Azure.Data.Tables;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// A row's fragment as columns of its verdict: <c>Fragment</c>, and where it is longer than a property takes, <c>Fragment1</c> and so on. Of 50
/// polygons of 36 points it has 123 KB.
/// </summary>
internal static class FragmentColumns
{
    /// <summary>As many bytes fit.</summary>
    public const int MostBytes = Columns * StorageLimits.BinaryBytes;

    private const int Columns = 4;
    private const string Column = "Fragment";

    /// <summary>All columns there may be.</summary>
    public static IEnumerable<string> Names => Enumerable.Range(0, Columns).Select(Name);

    public static void Add(TableEntity entity, ReadOnlySpan<byte> fragment)
    {
        for (var column = 0; !fragment.IsEmpty; column++)
        {
            var part = fragment[..Math.Min(fragment.Length, StorageLimits.BinaryBytes)];
            entity[Name(column)] = part.ToArray();
            fragment = fragment[part.Length..];
        }
    }

    /// <returns>Null where it is not in the columns, or was not asked for.</returns>
    public static byte[]? Read(TableEntity entity)
    {
        byte[]? fragment = null;
        foreach (var name in Names)
            if (entity.GetBinary(name) is { } part) fragment = fragment is null ? part : [.. fragment, .. part];
        return fragment;
    }

    private static string Name(int column) => column == 0 ? Column : $"{Column}{column}";
}

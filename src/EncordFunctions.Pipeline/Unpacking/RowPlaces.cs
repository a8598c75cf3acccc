using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>How the place of a label row is told, in messages, tables and issues.</summary>
public static class RowPlaces
{
    private const int NameBytes = 300;

    /// <summary>An entry's name as its rows tell it: cut to what a message can carry, on one line.</summary>
    public static string Shown(string entryName)
    {
        var shown = entryName.Length > NameBytes ? entryName[..NameBytes] : entryName;
        while (System.Text.Encoding.UTF8.GetByteCount(shown) > NameBytes) shown = StorageLimits.Cut(shown, shown.Length - 1)!;
        return string.Create(shown.Length, shown, static (span, text) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(text[i]) ? '?' : text[i];
        });
    }

    /// <summary>The place of a row.</summary>
    /// <param name="shownName">Its entry's name, as <see cref="Shown"/> gives it.</param>
    /// <param name="element">Its place in the entry's list, or -1 where the entry's root is the row.</param>
    /// <param name="offset">Where it begins in the inflated entry.</param>
    public static RowPlace Of(string shownName, long element, long offset) => new(shownName, offset, element < 0 ? "" : $"/{element}");
}

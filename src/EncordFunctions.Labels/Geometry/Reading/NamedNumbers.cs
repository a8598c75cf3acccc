using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Reads an object of numbers, such as <c>{x, y, w, h}</c>, in any order.</summary>
internal static class NamedNumbers
{
    /// <summary>Reads the members that <paramref name="names"/> lists into the same places of <paramref name="values"/>.</summary>
    /// <param name="json">Stands at the object.</param>
    /// <param name="context">Takes what is wrong.</param>
    /// <param name="names">The members.</param>
    /// <param name="required">How many of them, from the first on, have to be there; the others keep the value they have.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="places">Where they stand; -1 for those that are absent.</param>
    public static bool TryRead(
        ref JsonCursor json, GeometryContext context, string[] names, int required, scoped Span<double> values, scoped Span<int> places)
    {
        if (json.Peek() != JsonKind.Object) return context.FailKind(ref json, null, "an object");
        var at = json.At;
        places.Fill(-1);
        json.Enter();
        while (json.NextMember(out var name))
        {
            // The vendor's page shows a box under a member "0"; no real row has it.
            if (name.SequenceEqual("0"u8) && places.IndexOfAnyExcept(-1) < 0 && json.Peek() == JsonKind.Object)
            {
                context.Push(0);
                return TryRead(ref json, context, names, required, values, places);
            }
            var which = IndexOf(names, name);
            if (which < 0) context.SkipUnknown(ref json, name);
            else if (which >= required && json.Peek() == JsonKind.Null) json.Skip();
            else
            {
                places[which] = json.At;
                if (!context.TryNumber(ref json, names[which], out values[which])) return false;
            }
        }
        var missing = places[..required].IndexOf(-1);
        return missing < 0 || context.Fail(IssueCatalogue.CoordinateMissing, at, null, $"{names[missing]} is missing.");
    }

    private static int IndexOf(string[] names, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (Ascii.Equals(name, names[i])) return i;
        }
        return -1;
    }
}

using EncordFunctions.Formats.Classes;

namespace EncordFunctions.Formats.Yolo.Joining;

/// <summary>
/// Which points change places in a mirror, by their names: the left eye becomes the right one, the nose stays. It is told only where every
/// skeleton of the ontology says the same.
/// </summary>
internal static class KeypointMirror
{
    /// <param name="classes">The classes, with the templates of their skeletons.</param>
    /// <param name="points">How many points every line has.</param>
    /// <returns>For each point the one it becomes; null where that is not known.</returns>
    public static int[]? Of(ClassList classes, int points)
    {
        int[]? agreed = null;
        foreach (var one in classes.All)
        {
            if (one.Skeleton is not { } skeleton)
            {
                if (one.Object is null or { Shape: "skeleton" }) return null;
                continue;
            }
            string[] names = [.. skeleton.Points.Select(static point => point.Name ?? "")];
            if (names.Length > points || Of(names, points) is not { } mirror) return null;
            if (agreed is not null && !agreed.AsSpan().SequenceEqual(mirror)) return null;
            agreed = mirror;
        }
        return agreed;
    }

    private static int[]? Of(string[] names, int points)
    {
        // Past its own points a skeleton has none that could change places.
        var mirror = Enumerable.Range(0, points).ToArray();
        for (var point = 0; point < names.Length; point++)
        {
            if (Mirrored(names[point]) is not { } other) continue;
            mirror[point] = Array.FindIndex(names, name => string.Equals(name, other, StringComparison.OrdinalIgnoreCase));
            if (mirror[point] < 0) return null;
        }
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length ? mirror : null;
    }

    private static string? Mirrored(string name)
    {
        const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;
        if (name.Contains("left", AnyCase)) return name.Replace("left", "right", AnyCase);
        return name.Contains("right", AnyCase) ? name.Replace("right", "left", AnyCase) : null;
    }
}

using System.Buffers.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>The keys of a map of points: decimal numbers that give the order, and should count from 0 on.</summary>
internal static class PointKeys
{
    /// <summary>Steps to the next point and keeps its key. False: there is none, or its key is a failure.</summary>
    public static bool Next(ref JsonCursor json, GeometryContext context)
    {
        if (!json.NextMember(out var name)) return false;
        if (!Utf8Parser.TryParse(name, out uint key, out var used) || used != name.Length)
        {
            // The steps still lead to the point before it.
            context.Pop();
            return context.Fail(IssueCatalogue.GeometryMalformed, json.At, null, "A point stands under a key that is not a number.");
        }
        context.Keys.Add(key);
        context.Move(key);
        return true;
    }

    /// <summary>The points in the order of their keys, of those under one key the last; notes what the keys should not be.</summary>
    public static T[] Sort<T>(List<T> points, GeometryContext context, int at)
    {
        var keys = context.Keys;
        var counted = 0;
        while (counted < keys.Count && keys[counted] == counted) counted++;
        if (counted == keys.Count) return [.. points];

        // The dictionary drops all but the last of a key.
        var byKey = new SortedDictionary<long, T>();
        var repeated = -1L;
        for (var i = 0; i < keys.Count; i++)
        {
            if (byKey.ContainsKey(keys[i])) repeated = keys[i];
            byKey[keys[i]] = points[i];
        }
        if (repeated >= 0)
        {
            context.Note(
                IssueCatalogue.PointKeyRepeated, at, $"{keys.Count} points stand under {byKey.Count} keys, two of them under {repeated}; the last of each key is used.");
        }
        var next = 0L;
        foreach (var key in byKey.Keys)
        {
            if (key != next)
            {
                context.Note(IssueCatalogue.PointKeysGapped, at, $"There is a point under {key}, but none under {next}; the others are taken in order.");
                break;
            }
            next++;
        }
        return [.. byKey.Values];
    }
}

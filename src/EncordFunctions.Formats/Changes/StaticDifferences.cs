using System.Text;

namespace EncordFunctions.Formats.Changes;

/// <summary>The attributes that hold for a whole object and differ.</summary>
public static class StaticDifferences
{
    /// <summary>Compares two lists of <c>{"name", "answer"}</c> as the Objects table has them; null is no attributes.</summary>
    public static IReadOnlyList<AttributeChange> Of(string? before, string? now) =>
    [
        .. Read(before).Differences(Read(now))
            .Select(static one => new AttributeChange(one.Name, Dynamic: false, Frame: null, Frames: null, one.Before, one.After)),
    ];

    private static StoredAnswers Read(string? attributes) => StoredAnswers.Read(Encoding.UTF8.GetBytes(attributes ?? "[]"), onlyDynamic: false);
}

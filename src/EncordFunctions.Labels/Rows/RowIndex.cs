using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Geometry;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// What the first reading keeps of a row, because the frames need it and it may stand after them: header, data units with their sizes,
/// slice sizes, answers and actions. Frames and annotations are not in it.
/// </summary>
public sealed record RowIndex
{
    /// <summary>The row's own members.</summary>
    public required LabelRowHeader Header { get; init; }

    /// <summary>The data units in file order, then the spaces in file order.</summary>
    public required IReadOnlyList<DataUnit> Units { get; init; }

    /// <summary>How many of the units are data units; the rest are spaces.</summary>
    internal int DataUnits { get; init; }

    /// <summary>Sizes of slices, per unit; null where no slice states one. None at all in an index that was made by hand, which can't have them.</summary>
    internal IReadOnlyList<SliceSizes?> Slices { get; init; } = [];

    /// <summary>Static attributes by object hash; objects without any are left out.</summary>
    internal IReadOnlyDictionary<string, AttributeAnswer[]> StaticAnswers { get; init; } = new Dictionary<string, AttributeAnswer[]>();

    /// <summary>Dynamic attributes by object hash.</summary>
    internal IReadOnlyDictionary<string, DynamicAnswers> DynamicAnswers { get; init; } = new Dictionary<string, DynamicAnswers>();

    /// <summary>Where the answers of each object stand, also of those without any; as many as are kept apart.</summary>
    internal IReadOnlyDictionary<string, long> Answered { get; init; } = new Dictionary<string, long>();

    /// <summary>What happens to the objects of a continuous scene; null elsewhere.</summary>
    internal SceneEvents? Events { get; init; }

    /// <summary>Classification answers by hash, in file order.</summary>
    internal IReadOnlyDictionary<string, ClassificationAnswer> Classifications { get; init; } = new Dictionary<string, ClassificationAnswer>();

    /// <summary>What the first reading found.</summary>
    internal IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>Members outside the frames that are not known.</summary>
    internal UnknownMembers Unknown { get; init; } = new();

    /// <summary>Whether objects may stand in <c>object_answers</c> instead of frames.</summary>
    internal bool MayHaveRangeObjects =>
        RowModality.IsRange(Header.DataType) || RowModality.IsOpen(Header.DataType) || Header.DataType == "group" || DataUnits < Units.Count;

    /// <summary>Size of the frame that stands under <paramref name="key"/> in a unit's labels: the slice's own, or the unit's.</summary>
    internal FrameSize SizeOf(int unit, long key) => (unit < Slices.Count ? Slices[unit]?.Find(key) : null) ?? Units[unit].Size;
}

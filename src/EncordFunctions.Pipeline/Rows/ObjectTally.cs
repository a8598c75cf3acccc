using Azure.Data.Tables;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// Collects a row's object instances for the Objects table. It holds the first <see cref="MostObjects"/> of them, and so many ranges of
/// frames over all of them, whatever the size of the row; annotations.jsonl has everything.
/// </summary>
internal sealed class ObjectTally
{
    private const int MostObjects = 100_000;
    private const int MostRanges = 1_000_000;
    private const int MostChars = 30_000;
    private const int TextChars = 1_000;

    private readonly Dictionary<string, ObjectTrack> _tracks = new(StringComparer.Ordinal);
    private int _ranges;

    /// <summary>How many instances the table gets.</summary>
    public int Count => _tracks.Count;

    /// <summary>How many annotations are of instances past the limit.</summary>
    public long Unlisted { get; private set; }

    public void Take(RowEvent rowEvent)
    {
        if (rowEvent is not RowEvent.AnnotationRead { Annotation: var annotation }) return;
        if (!_tracks.TryGetValue(annotation.ObjectHash, out var track))
        {
            if (_tracks.Count == MostObjects)
            {
                Unlisted++;
                return;
            }
            _tracks.Add(annotation.ObjectHash, track = new ObjectTrack(annotation));
        }
        if (track.Take(annotation, mayBegin: _ranges < MostRanges)) _ranges++;
    }

    public IEnumerable<TableEntity> Entities(RowMessage row, LabelRowHeader header)
    {
        foreach (var (hash, track) in _tracks)
        {
            var entity = new TableEntity(RowKeys.Partition(row), TableKey.Encode(hash))
            {
                ["ObjectHash"] = StorageLimits.Cut(hash, TextChars),
                ["LabelHash"] = StorageLimits.Cut(header.LabelHash, TextChars),
                ["BranchName"] = StorageLimits.Cut(header.BranchName, TextChars),
                ["DataHash"] = StorageLimits.Cut(header.DataHash, TextChars),
                ["FeatureHash"] = StorageLimits.Cut(track.First.FeatureHash, TextChars),
                ["Name"] = StorageLimits.Cut(track.First.Name, TextChars),
                ["Value"] = StorageLimits.Cut(track.First.Value, TextChars),
                ["Color"] = StorageLimits.Cut(track.First.Color, TextChars),
                ["Shape"] = track.Shape,
                ["Annotations"] = track.Annotations,
                ["FirstFrame"] = track.FirstFrame,
                ["LastFrame"] = track.LastFrame,
                ["Frames"] = track.Frames(MostChars),
                ["HullX"] = track.Hull?.X,
                ["HullY"] = track.Hull?.Y,
                ["HullW"] = track.Hull?.W,
                ["HullH"] = track.Hull?.H,
                ["Attributes"] = Whole(track.Attributes),
                ["DynamicAttributes"] = Whole(track.DynamicAttributes),
            };
            if (track.FramesCut) entity["FramesCut"] = true;
            yield return entity;
        }
    }

    // JSON that is cut is no JSON: what doesn't fit stands in annotations.jsonl alone.
    private static string? Whole(string? json) => json is { Length: > MostChars } ? null : json;
}

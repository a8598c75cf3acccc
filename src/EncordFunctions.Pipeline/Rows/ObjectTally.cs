using Azure.Data.Tables;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Changes;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>
/// Collects a row's object instances for the Objects table. It holds the first <see cref="MostObjects"/> of them, and so many ranges of
/// frames over all of them, whatever the size of the row; annotations.jsonl has everything.
/// </summary>
internal sealed class ObjectTally
{
    /// <summary>As many instances of a row are told one by one.</summary>
    public const int MostObjects = 100_000;

    private const int MostRanges = 1_000_000;
    private const int MostChars = 30_000;
    private const int TextChars = 1_000;

    private readonly Dictionary<string, ObjectTrack> _tracks = new(StringComparer.Ordinal);
    private readonly AnnotationHashing _hashing = new();
    private UInt128 _unlisted;
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
                _unlisted = unchecked(_unlisted + _hashing.OfAnnotation(annotation));
                return;
            }
            _tracks.Add(annotation.ObjectHash, track = new ObjectTrack(annotation));
        }
        track.Hashes.Take(annotation, _hashing);
        if (track.Take(annotation, mayBegin: _ranges < MostRanges)) _ranges++;
    }

    /// <summary>The hash of all its objects: rows with the same objects have the same, in whatever order.</summary>
    public string ContentHash
    {
        get
        {
            var sum = _unlisted;
            foreach (var (hash, track) in _tracks) sum = unchecked(sum + track.Hashes.Of(hash, _hashing));
            return Changes.ContentHash.Whole(sum);
        }
    }

    /// <summary>The instances by the key that each has in the Objects table, with its hash.</summary>
    public Dictionary<string, (string ObjectHash, ObjectTrack Track)> ByKey() => _tracks.ToDictionary(
        static pair => TableKey.Encode(pair.Key), static pair => (pair.Key, pair.Value), StringComparer.Ordinal);

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
                [EarlierObject.ClassHash] = Changes.ContentHash.Text(track.Hashes.Class),
                [EarlierObject.GeometryHash] = Changes.ContentHash.Text(track.Hashes.Geometry),
                [EarlierObject.AttributesHash] = Changes.ContentHash.Text(track.Hashes.Attributes),
                [EarlierObject.DynamicHash] = Changes.ContentHash.Text(track.Hashes.Dynamic),
            };
            if (track.FramesCut) entity["FramesCut"] = true;
            yield return entity;
        }
    }

    /// <summary>What an instance is, as the table has it.</summary>
    public static ObjectState StateOf(ObjectTrack track) => new(
        StorageLimits.Cut(track.First.Name, TextChars),
        StorageLimits.Cut(track.First.FeatureHash, TextChars),
        track.Shape,
        track.Frames(MostChars),
        track.Annotations);

    // JSON that is cut is no JSON: what doesn't fit stands in annotations.jsonl alone.
    public static string? Whole(string? json) => json is { Length: > MostChars } ? null : json;
}

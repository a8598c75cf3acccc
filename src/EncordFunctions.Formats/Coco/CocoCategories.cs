using System.Buffers;
using System.Text;
using EncordFunctions.Formats.Classes;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// The categories: every class, numbered from 1 on in the order of classes. The vendor's exporter leaves classes of audio and text out and
/// does not count them; else every derivative of an export numbers alike.
/// </summary>
internal sealed class CocoCategories(ClassList classes, bool asVendor)
{
    // One entry a class, by its index.
    private readonly List<int> _ids = [];
    private readonly List<string?> _shapes = [];
    private readonly List<SkeletonPoints?> _points = [];
    private int _last;

    /// <summary>The id of a class, one of whose annotations has that shape.</summary>
    public int IdOf(ReadOnlySpan<byte> featureHash, ReadOnlySpan<byte> name, ReadOnlySpan<byte> shape)
    {
        var index = classes.Find(featureHash, name).Index;
        CountTo(index);
        _shapes[index] ??= Encoding.UTF8.GetString(shape);
        return _ids[index];
    }

    /// <summary>Skeletons of a class have these points.</summary>
    public void Take(ReadOnlySpan<byte> featureHash, ReadOnlySpan<byte> name, string?[] points)
    {
        var index = classes.Find(featureHash, name).Index;
        CountTo(index);
        if (_points[index] is not { } known) _points[index] = new SkeletonPoints(points);
        else if (!known.Names.AsSpan().SequenceEqual(points)) known.Differ = true;
    }

    /// <summary>Spells them, with a comma between.</summary>
    public void Write(IBufferWriter<byte> to)
    {
        CountTo(classes.All.Count - 1);
        var isFirst = true;
        foreach (var one in classes.All)
        {
            if (_ids[one.Index] == 0) continue;
            to.Raw(isFirst ? "\n"u8 : ",\n"u8);
            isFirst = false;
            Write(to, one);
        }
    }

    private void Write(IBufferWriter<byte> to, ExportClass one)
    {
        var shape = one.Object?.Shape ?? _shapes[one.Index];
        to.Raw("{\"id\":"u8);
        to.Whole(_ids[one.Index]);
        to.Raw(",\"name\":"u8);
        to.Text(one.Label);
        to.Raw(",\"supercategory\":"u8);
        to.Text(shape ?? "");
        if (asVendor)
        {
            if (shape == "point") to.Raw(",\"keypoints\":\"keypoint\",\"skeleton\":[]"u8);
        }
        else
        {
            to.Raw(",\"feature_hash\":"u8);
            to.Text(one.FeatureHash);
            WriteKeypoints(to, one, shape);
        }
        to.Raw("}"u8);
    }

    private void WriteKeypoints(IBufferWriter<byte> to, ExportClass one, string? shape)
    {
        if (shape == "point") to.Raw(",\"keypoints\":[\"keypoint\"],\"skeleton\":[]"u8);
        else if (one.Skeleton is { } template && shape == "skeleton") WriteTemplate(to, template);
        else if (_points[one.Index] is { Differ: false, Names: var names }) WriteNames(to, names, []);
    }

    private static void WriteTemplate(IBufferWriter<byte> to, SkeletonTemplate template)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var point in template.Points) places.TryAdd(point.Key, places.Count + 1);
        var edges = template.Edges.Where(edge => places.ContainsKey(edge.From) && places.ContainsKey(edge.To));
        WriteNames(to, [.. template.Points.Select(static point => point.Name)], [.. edges.Select(edge => (places[edge.From], places[edge.To]))]);
    }

    private static void WriteNames(IBufferWriter<byte> to, string?[] names, (int From, int To)[] edges)
    {
        to.Raw(",\"keypoints\":["u8);
        for (var at = 0; at < names.Length; at++)
        {
            if (at > 0) to.Raw(","u8);
            to.Text(names[at] ?? $"{at + 1}");
        }
        to.Raw("],\"skeleton\":["u8);
        for (var at = 0; at < edges.Length; at++)
        {
            to.Raw(at == 0 ? "["u8 : ",["u8);
            to.Whole(edges[at].From);
            to.Raw(","u8);
            to.Whole(edges[at].To);
            to.Raw("]"u8);
        }
        to.Raw("]"u8);
    }

    private void CountTo(int index)
    {
        while (_ids.Count <= index)
        {
            var isLeftOut = asVendor && classes.All[_ids.Count].Object?.Shape is "audio" or "text";
            _ids.Add(isLeftOut ? 0 : ++_last);
            _shapes.Add(null);
            _points.Add(null);
        }
    }

    private sealed record SkeletonPoints(string?[] Names)
    {
        /// <summary>Whether skeletons of the class have different points, so that the names say nothing of the next one.</summary>
        public bool Differ { get; set; }
    }
}

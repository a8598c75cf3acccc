using System.IO.Hashing;
using System.Runtime.InteropServices;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Finishing;

/// <summary>
/// Joins the children of data groups to the label rows of their export: by label hash, or else by data hash. Of several rows that a child
/// could mean, as branches of one data are, it is the first. A row costs it 16 bytes, a child some more.
/// </summary>
public sealed class DataGroups
{
    private const ulong None = 0;

    private readonly List<(ulong Label, ulong Data)> _rows = [];
    private readonly Dictionary<ulong, int?> _wanted = [];
    private bool _isJoined;

    /// <summary>Takes the next row, in order of the ordinals from 0 on.</summary>
    /// <param name="labelHash">The row's label hash.</param>
    /// <param name="dataHash">Its data hash.</param>
    /// <param name="children">The children it names, if it is a data group.</param>
    public void Take(string? labelHash, string? dataHash, IReadOnlyList<GroupChild> children)
    {
        _rows.Add((Key('l', labelHash), Key('d', dataHash)));
        foreach (var child in children)
        {
            _wanted[Key('l', child.LabelHash)] = null;
            _wanted[Key('d', child.DataHash)] = null;
        }
    }

    /// <summary>Whether there are any groups.</summary>
    public bool Any => _wanted.Count > 0;

    /// <summary>The ordinal of a child's label row, once all rows were taken; null where the export has none.</summary>
    public int? Find(GroupChild child)
    {
        if (!_isJoined) Join();
        return _wanted.GetValueOrDefault(Key('l', child.LabelHash)) ?? _wanted.GetValueOrDefault(Key('d', child.DataHash));
    }

    /// <summary>What to say of the children that are not in the export.</summary>
    /// <param name="place">Where the group's row stands.</param>
    /// <param name="labelHash">Its label hash.</param>
    /// <param name="children">Its children.</param>
    public IEnumerable<Issue> Missing(RowPlace place, string? labelHash, IReadOnlyList<GroupChild> children)
    {
        foreach (var child in children)
        {
            if (Find(child) is not null) continue;
            var message = $"The data group's child \"{child.Name ?? child.DataHash}\" has no label row in the export.";
            yield return new Issue(ExportIssues.ChildNotInExport, message, place.Entry, place.Offset, place.Pointer) { LabelHash = labelHash };
        }
    }

    private void Join()
    {
        _isJoined = true;
        _wanted.Remove(None);
        for (var ordinal = 0; ordinal < _rows.Count; ordinal++)
        {
            Offer(_rows[ordinal].Label, ordinal);
            Offer(_rows[ordinal].Data, ordinal);
        }
    }

    private void Offer(ulong key, int ordinal)
    {
        ref var wanted = ref CollectionsMarshal.GetValueRefOrNullRef(_wanted, key);
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref wanted)) wanted ??= ordinal;
    }

    private static ulong Key(char kind, string? hash) =>
        hash is null ? None : XxHash3.HashToUInt64(MemoryMarshal.AsBytes(hash.AsSpan()), kind);
}

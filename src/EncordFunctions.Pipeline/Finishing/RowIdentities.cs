using System.IO.Hashing;
using System.Runtime.InteropServices;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Pipeline.Finishing;

/// <summary>
/// Finds label rows whose label hash and branch an earlier row of the same export has too. A row costs it a hash of 16 bytes, and the room
/// a hash table leaves free.
/// </summary>
public sealed class RowIdentities
{
    private UInt128[] _slots = new UInt128[256];
    private int _count;

    /// <summary>Takes the next row that is used. A row without a label hash has no identity that could repeat.</summary>
    /// <returns>The issue where it repeats an earlier one.</returns>
    public Issue? Take(RowPlace place, string? labelHash, string? branchName)
    {
        if (labelHash is null || Add(Hash(labelHash, branchName))) return null;
        var branch = branchName is null ? "" : $" on branch \"{branchName}\"";
        var message = $"The export has label row \"{labelHash}\"{branch} more than once; every one of them is used.";
        return new Issue(ExportIssues.RowRepeated, message, place.Entry, place.Offset, place.Pointer) { LabelHash = labelHash };
    }

    private static UInt128 Hash(string labelHash, string? branchName)
    {
        var hash = new XxHash128();
        hash.Append(MemoryMarshal.AsBytes(labelHash.AsSpan()));
        hash.Append([0, 0]);
        hash.Append(MemoryMarshal.AsBytes(branchName.AsSpan()));
        return UInt128.Max(hash.GetCurrentHashAsUInt128(), UInt128.One);
    }

    private bool Add(UInt128 hash)
    {
        if (_count > _slots.Length / 4 * 3) Grow();
        for (var at = (ulong)hash; ; at++)
        {
            ref var slot = ref _slots[at & (ulong)(_slots.Length - 1)];
            if (slot == hash) return false;
            if (slot != UInt128.Zero) continue;
            slot = hash;
            _count++;
            return true;
        }
    }

    private void Grow()
    {
        var former = _slots;
        _slots = new UInt128[former.Length * 2];
        _count = 0;
        foreach (var hash in former)
            if (hash != UInt128.Zero) Add(hash);
    }
}

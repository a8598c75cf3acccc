using System.Buffers.Binary;

namespace EncordFunctions.Labels.Json;

/// <summary>
/// The names of one object's members, as hashes of 64 bits, so that a second one of a name is told. It is used again and again, and holds
/// at most a million names: what comes after them is only compared with them.
/// </summary>
internal sealed class KeySet
{
    private const int Most = 1 << 20;

    /// <summary>So many are compared one by one; more are looked up.</summary>
    private const int Few = 24;

    private ulong[] _hashes = new ulong[Few];
    private int[] _slots = [];
    private int _count;
    private int _mask;

    /// <summary>Forgets all names.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a name; false where it stood before.</summary>
    public bool Add(ReadOnlySpan<byte> name)
    {
        var hash = HashOf(name);
        if (_count <= Few ? _hashes.AsSpan(0, _count).Contains(hash) : IsIn(hash)) return false;
        if (_count == Most) return true;
        if (_count == _hashes.Length) Array.Resize(ref _hashes, _count * 2);
        _hashes[_count++] = hash;
        if (_count == Few + 1 || (_count > Few && _count * 2 > _mask)) Spread();
        else if (_count > Few) Put(_count - 1);
        return true;
    }

    private bool IsIn(ulong hash)
    {
        for (var slot = (int)hash & _mask; _slots[slot] > 0; slot = (slot + 1) & _mask)
        {
            if (_hashes[_slots[slot] - 1] == hash) return true;
        }
        return false;
    }

    private void Spread()
    {
        var room = _count == Few + 1 ? 4 * Few : (_mask + 1) * 2;
        room = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)room);
        if (_slots.Length < room) _slots = new int[room];
        else Array.Clear(_slots, 0, room);
        _mask = room - 1;
        for (var i = 0; i < _count; i++) Put(i);
    }

    private void Put(int index)
    {
        var slot = (int)_hashes[index] & _mask;
        while (_slots[slot] > 0) slot = (slot + 1) & _mask;
        _slots[slot] = index + 1;
    }

    private static ulong HashOf(ReadOnlySpan<byte> name)
    {
        const ulong Odd = 0x9E3779B97F4A7C15;
        var hash = (ulong)name.Length * Odd;
        while (name.Length > 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name));
            name = name[8..];
        }
        // The last one to eight bytes, the same way however long the name is.
        ulong rest = 0;
        if (name.Length >= 4)
            rest = BinaryPrimitives.ReadUInt32LittleEndian(name) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << 32);
        else if (name.Length > 0)
            rest = name[0] | ((ulong)name[name.Length / 2] << 8) | ((ulong)name[^1] << 16);
        return Mix(hash ^ rest);

        static ulong Mix(ulong value)
        {
            value *= Odd;
            return value ^ (value >> 29);
        }
    }
}

using System.Buffers.Binary;
using System.Numerics;

namespace EncordFunctions.Labels.Json;

/// <summary>
/// The names of one object's members, so that a second one of a name is told. Names that count up, as those of points and frames do, are
/// kept as a range; others as hashes of 64 bits. It is used again and again, and holds at most a million hashes: names after them are
/// compared with them, and not with each other.
/// </summary>
internal sealed class KeySet
{
    private const int Most = 1 << 20;

    /// <summary>So many hashes are compared one by one; more are looked up.</summary>
    private const int Few = 24;

    private ulong[] _hashes = new ulong[Few];
    private int[] _slots = [];
    private int _count;
    private int _mask;
    private ulong _bits;
    private long _first;
    private long _next;

    /// <summary>Forgets all names.</summary>
    public void Clear()
    {
        _count = 0;
        _bits = 0;
        _first = _next = 0;
    }

    /// <summary>Adds a name; false where it stood before.</summary>
    public bool Add(ReadOnlySpan<byte> name)
    {
        if (name.Length > 0 && (uint)(name[0] - '0') <= 9 && NumberOf(name) is >= 0 and var number)
        {
            if (number >= _first && number < _next) return false;
            if (_count == 0 && (number == _next || _first == _next))
            {
                if (_first == _next) _first = number;
                _next = number + 1;
                return true;
            }
        }
        return AddHash(HashOf(name));
    }

    private bool AddHash(ulong hash)
    {
        if (_count > Few)
        {
            if (IsIn(hash)) return false;
        }
        else
        {
            // Most names of a small object set a bit of their own, and then they are new.
            var bit = 1UL << (int)(hash >> 58);
            if ((_bits & bit) != 0 && _hashes.AsSpan(0, _count).Contains(hash)) return false;
            _bits |= bit;
        }
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

    /// <summary>Makes room for twice as many hashes.</summary>
    private void Spread()
    {
        var room = (int)BitOperations.RoundUpToPowerOf2((uint)_count * 4);
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

    /// <summary>The number that a name spells the one way there is, or -1.</summary>
    private static long NumberOf(ReadOnlySpan<byte> name)
    {
        if (name.Length > 18 || (name[0] == '0' && name.Length > 1)) return -1;
        var number = 0L;
        foreach (var digit in name)
        {
            if ((uint)(digit - '0') > 9) return -1;
            number = (number * 10) + digit - '0';
        }
        return number;
    }

    private static ulong HashOf(ReadOnlySpan<byte> name)
    {
        var length = name.Length;
        if (length >= 8)
        {
            var hash = Fold(BinaryPrimitives.ReadUInt64LittleEndian(name), BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]) + (ulong)length);
            for (name = name[8..]; name.Length > 8; name = name[8..]) hash = Fold(hash, BinaryPrimitives.ReadUInt64LittleEndian(name));
            return hash;
        }
        if (length >= 4)
            return Fold(BinaryPrimitives.ReadUInt32LittleEndian(name) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << 32), (ulong)length);
        return length == 0 ? 1 : Fold(name[0] | ((ulong)name[length / 2] << 8) | ((ulong)name[^1] << 16), (ulong)length);
    }

    private static ulong Fold(ulong one, ulong other)
    {
        var high = Math.BigMul(one ^ 0x9E3779B97F4A7C15, other ^ 0xD1B54A32D192ED03, out var low);
        return high ^ low;
    }
}

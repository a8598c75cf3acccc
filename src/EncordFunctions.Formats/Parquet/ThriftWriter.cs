using System.Buffers;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Parquet;

/// <summary>Thrift's compact protocol, as much of it as the page headers and the footer of a Parquet file need.</summary>
internal sealed class ThriftWriter(IBufferWriter<byte> to)
{
    // A structure is as deep as the file's footer is: five levels.
    private readonly Stack<int> _outer = new();
    private int _last;

    /// <summary>What the elements of a list are.</summary>
    public enum Element
    {
        Int32 = 5,
        Binary = 8,
        Struct = 12,
    }

    public void Flag(int field, bool value) => Head(field, value ? 1 : 2);

    public void Int32(int field, int value)
    {
        Head(field, (int)Element.Int32);
        to.WriteWhole(value);
    }

    public void Int64(int field, long value)
    {
        Head(field, 6);
        to.WriteWhole(value);
    }

    public void Binary(int field, ReadOnlySpan<byte> value)
    {
        Head(field, (int)Element.Binary);
        Binary(value);
    }

    /// <summary>Begins a structure that is a field.</summary>
    public void Begin(int field)
    {
        Head(field, (int)Element.Struct);
        Begin();
    }

    /// <summary>Begins a structure that stands alone, or in a list.</summary>
    public void Begin()
    {
        _outer.Push(_last);
        _last = 0;
    }

    /// <summary>Ends a structure.</summary>
    public void End()
    {
        Byte(0);
        _last = _outer.Pop();
    }

    /// <summary>A structure without fields, which says something by being there.</summary>
    public void Mark(int field)
    {
        Begin(field);
        End();
    }

    /// <summary>Begins a list; its elements follow.</summary>
    public void List(int field, Element of, int count)
    {
        Head(field, 9);
        if (count < 15)
        {
            Byte((count << 4) | (int)of);
            return;
        }
        Byte(0xf0 | (int)of);
        to.WriteVarint((ulong)count);
    }

    /// <summary>An element of a list.</summary>
    public void Int32(int value) => to.WriteWhole(value);

    /// <summary>An element of a list.</summary>
    public void Binary(ReadOnlySpan<byte> value)
    {
        to.WriteVarint((ulong)value.Length);
        to.Write(value);
    }

    private void Head(int field, int type)
    {
        var step = field - _last;
        _last = field;
        if (step is > 0 and < 16)
        {
            Byte((step << 4) | type);
            return;
        }
        Byte(type);
        to.WriteWhole(field);
    }

    private void Byte(int value)
    {
        to.GetSpan(1)[0] = (byte)value;
        to.Advance(1);
    }
}

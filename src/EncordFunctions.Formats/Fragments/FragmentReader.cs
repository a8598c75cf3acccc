using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace EncordFunctions.Formats.Fragments;

/// <summary>Reads the records of a fragment. Memory is that of the largest record.</summary>
public static class FragmentReader
{
    /// <summary>The records in the order they were written. The payload of each is good until the next one is asked for.</summary>
    /// <exception cref="InvalidDataException">The stream ends inside a record, or is no fragment.</exception>
    public static async IAsyncEnumerable<FragmentRecord> ReadAsync(Stream fragment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = new byte[FragmentFile.HeadBytes];
        var payload = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (true)
            {
                var read = await fragment.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
                if (read == 0) yield break;
                var length = read == head.Length ? BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1)) : -1;
                if (length < 0) throw new InvalidDataException("The fragment is cut short, or is none.");
                if (length > payload.Length)
                {
                    ArrayPool<byte>.Shared.Return(payload);
                    payload = ArrayPool<byte>.Shared.Rent(length);
                }
                if (await fragment.ReadAtLeastAsync(payload.AsMemory(0, length), length, throwOnEndOfStream: false, cancellationToken) < length)
                    throw new InvalidDataException("The fragment is cut short, or is none.");
                yield return new FragmentRecord((char)head[0], payload.AsMemory(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(payload);
        }
    }
}

using System.Buffers;

namespace EncordFunctions.Formats.Changes;

/// <summary>
/// Compares two <c>annotations.jsonl</c> of a label row, object by object and frame by frame: first the earlier one is taken, of which what is
/// wanted is held, then the later one as it comes. Memory is that of <see cref="MostAnnotations"/> annotations of the earlier one, of
/// <see cref="MostBytes"/> bytes at most, and of the longest line.
/// </summary>
public sealed class AnnotationsComparison
{
    /// <summary>So many annotations of the earlier file are held at most. Whoever asks for objects must keep to it.</summary>
    public const int MostAnnotations = 10_000;

    /// <summary>So many bytes of the earlier file are held at most; objects past it are not compared.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private readonly Dictionary<string, ComparedObject?> _objects;
    private long _bytes;

    /// <summary>A comparison of those objects.</summary>
    public AnnotationsComparison(IEnumerable<string> objectHashes) =>
        _objects = objectHashes.ToDictionary(static hash => hash, static _ => (ComparedObject?)new ComparedObject(), StringComparer.Ordinal);

    /// <summary>Takes the earlier file.</summary>
    /// <exception cref="System.Text.Json.JsonException">A line is no JSON object.</exception>
    public Task TakeEarlierAsync(Stream annotations, CancellationToken cancellationToken) => EachLineAsync(
        annotations,
        annotation =>
        {
            if ((_bytes += annotation.Bytes) <= MostBytes) _objects[annotation.ObjectHash]!.TakeEarlier(annotation);
            else _objects[annotation.ObjectHash] = null;
        },
        cancellationToken);

    /// <summary>Takes the later file, once the earlier one is taken.</summary>
    /// <exception cref="System.Text.Json.JsonException">A line is no JSON object.</exception>
    public Task TakeLaterAsync(Stream annotations, CancellationToken cancellationToken) => EachLineAsync(
        annotations, annotation => _objects[annotation.ObjectHash]!.TakeLater(annotation), cancellationToken);

    /// <summary>What differs of an object, once both files are taken.</summary>
    /// <returns>Null where it was not asked for, or had no room.</returns>
    public ObjectDifference? Find(string objectHash) => _objects.GetValueOrDefault(objectHash)?.Difference();

    private async Task EachLineAsync(Stream lines, Action<StoredAnnotation> take, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var (filled, looked) = (0, 0);
            while (true)
            {
                var read = await lines.ReadAsync(buffer.AsMemory(filled), cancellationToken);
                filled += read;
                var start = 0;
                while (buffer.AsSpan(looked, filled - looked).IndexOf((byte)'\n') is >= 0 and var length)
                {
                    if (StoredAnnotation.Read(buffer.AsSpan(start, looked + length - start), IsWanted) is { } annotation) take(annotation);
                    start = looked += length + 1;
                }
                // Every line of ours ends, so what is left at the end is nothing.
                if (read == 0) return;
                buffer.AsSpan(start, filled - start).CopyTo(buffer);
                filled -= start;
                looked = filled;
                if (filled == buffer.Length) buffer = Grown(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(full.Length * 2));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    private bool IsWanted(string objectHash) => _objects.GetValueOrDefault(objectHash) is not null;
}

using System.Buffers;

namespace EncordFunctions.Formats.Fragments;

/// <summary>The records that one format writes to a row's fragment.</summary>
/// <remarks>One record at a time: <see cref="Begin"/>, write, <see cref="EndAsync"/>.</remarks>
public sealed class FragmentTrack
{
    private readonly FragmentFile _file;
    private readonly char _letter;
    private readonly ArrayBufferWriter<byte> _payload = new();

    internal FragmentTrack(FragmentFile file, char letter) => (_file, _letter) = (file, letter);

    /// <summary>Begins a record.</summary>
    /// <returns>Where its payload goes.</returns>
    public ArrayBufferWriter<byte> Begin()
    {
        _payload.ResetWrittenCount();
        return _payload;
    }

    /// <summary>Ends the record, so that the next track may write.</summary>
    public ValueTask EndAsync(CancellationToken cancellationToken) => _file.AddAsync(_letter, _payload.WrittenSpan, cancellationToken);
}

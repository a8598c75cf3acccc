using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Labels.Masks;

/// <summary>
/// A bitmask as row-major runs (left to right, top row first) that alternate off, on, off, ...; the first run is off and may be 0.
/// The runs cover width × height exactly. An empty mask is one off-run.
/// </summary>
public sealed class Mask
{
    private readonly int[] _runs;

    private Mask(int width, int height, int[] runs)
    {
        Width = width;
        Height = height;
        _runs = runs;
    }

    /// <summary>Length of a row in pixels.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>The run lengths, off first.</summary>
    public ReadOnlySpan<int> Runs => _runs;

    /// <summary>The number of set pixels.</summary>
    public long Area => throw new NotImplementedException();

    /// <summary>The tight box around the set pixels; a zero box where none is set.</summary>
    public Bounds Bounds => throw new NotImplementedException();

    /// <summary>Reads the vendor's <c>rleString</c> of a mask of <paramref name="width"/> × <paramref name="height"/> pixels.</summary>
    /// <returns>The mask, or the fault that makes the text unusable.</returns>
    public static MaskReading Read(ReadOnlySpan<byte> rleString, int width, int height) => throw new NotImplementedException();
}

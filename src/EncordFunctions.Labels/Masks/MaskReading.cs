namespace EncordFunctions.Labels.Masks;

/// <summary>What became of an <c>rleString</c>: a mask, or the fault that makes it unusable.</summary>
public abstract record MaskReading
{
    private MaskReading()
    {
    }

    /// <summary>The text is a mask of the stated size.</summary>
    public sealed record Read(Mask Mask) : MaskReading;

    /// <summary>The text is not a mask of the stated size.</summary>
    /// <param name="Kind">Which rule it breaks.</param>
    /// <param name="At">Index of the character in the text, or its length where the end is the fault.</param>
    /// <param name="Message">What was found there.</param>
    public sealed record Faulty(MaskFault Kind, int At, string Message) : MaskReading;
}

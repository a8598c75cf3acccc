using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>What became of an entry when it was read to its end.</summary>
public abstract record EntryVerdict
{
    private EntryVerdict()
    {
    }

    /// <summary>Size, check sum and headers agree with the content.</summary>
    /// <param name="Size">The inflated bytes.</param>
    public sealed record Whole(long Size) : EntryVerdict;

    /// <summary>Nothing that was read of the entry may be used.</summary>
    /// <param name="Issue">Why; its offset is how far the inflated content came.</param>
    public sealed record Faulty(Issue Issue) : EntryVerdict;
}

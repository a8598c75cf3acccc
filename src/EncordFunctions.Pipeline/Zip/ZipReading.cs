using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>What reading an archive's directory came to.</summary>
public abstract record ZipReading
{
    private ZipReading()
    {
    }

    /// <summary>The archive's structure holds. Its entries may still turn out faulty, each on its own.</summary>
    public sealed record Readable(ZipDirectory Directory) : ZipReading;

    /// <summary>Nothing of the archive is used. The issue's offset is one in the archive, and its entry is empty unless one entry is to blame.</summary>
    public sealed record Rejected(Issue Issue) : ZipReading;
}

namespace EncordFunctions.Local.Sample;

/// <summary>A label row in the vendor's format, and the truth it was made from.</summary>
public sealed record SampleRow(ReadOnlyMemory<byte> Json, RowTruth Truth)
{
    /// <summary>What it was made of, where it was made by a builder.</summary>
    internal RowPlan? Plan { get; init; }

    internal static SampleRow Of(RowPlan plan) => new(RowJson.Write(plan), PlannedTruth.Of(plan)) { Plan = plan };

    /// <summary>The row with one comma in its middle turned into a semicolon: its JSON is broken, so nothing of it may be believed.</summary>
    public SampleRow BrokenInTheMiddle()
    {
        var json = Json.ToArray();
        // Every bracket stays in its place, so the rows after this one can still be found.
        var at = json.Length / 2;
        while (json[at] != (byte)',' || json[at + 1] != (byte)'"') at++;
        json[at] = (byte)';';
        return new SampleRow(json, Truth with { Annotations = [], Classifications = [], Faults = 0, Broken = true });
    }
}

namespace EncordFunctions.Local.Sample;

/// <summary>A label row in the vendor's format, and the truth it was made from.</summary>
public sealed record SampleRow(ReadOnlyMemory<byte> Json, RowTruth Truth)
{
    /// <summary>What it was made of, where it was made by a builder.</summary>
    internal RowPlan? Plan { get; init; }

    /// <summary>By what it differs from the row before, where it is a later one.</summary>
    public IReadOnlyList<EditTruth> Edits { get; init; } = [];

    /// <summary>The row as it is exported a day later, with those of the edits that are of it. The row itself must not be used any more.</summary>
    public SampleRow Later(params IReadOnlyList<ObjectEdit> edits) => RowEdits.Later(this, edits);

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

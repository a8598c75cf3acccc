namespace EncordFunctions.Local.Sample;

/// <summary>A label row in the vendor's format, and the truth it was made from.</summary>
public sealed record SampleRow(ReadOnlyMemory<byte> Json, RowTruth Truth)
{
    /// <summary>The row with one brace in its middle lost to a semicolon: its JSON is broken, so nothing of it may be believed.</summary>
    public SampleRow BrokenInTheMiddle()
    {
        var json = Json.ToArray();
        // A comma between two members: losing it breaks the JSON and leaves every bracket in its place.
        var at = json.Length / 2;
        while (json[at] != (byte)',' || json[at + 1] != (byte)'"') at++;
        json[at] = (byte)';';
        return new SampleRow(json, Truth with { Annotations = [], Classifications = [], Faults = 0, Broken = true });
    }
}

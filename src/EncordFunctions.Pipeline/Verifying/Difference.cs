namespace EncordFunctions.Pipeline.Verifying;

/// <summary>One thing that stands otherwise than it should.</summary>
/// <param name="Place">Container and path of a blob, or table, partition and row of an entity.</param>
/// <param name="Member">What of it.</param>
/// <param name="Stands">What stands there.</param>
/// <param name="Should">What should.</param>
public sealed record Difference(string Place, string Member, string Stands, string Should)
{
    /// <summary>Told of what is not there at all.</summary>
    public const string Nothing = "nothing";

    /// <summary>On one line.</summary>
    public override string ToString() => $"{Place} {Member}: {Stands} stands, {Should} should";
}

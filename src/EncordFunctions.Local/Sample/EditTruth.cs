namespace EncordFunctions.Local.Sample;

/// <summary>An edit and what it was made to.</summary>
/// <param name="Edit">What was done.</param>
/// <param name="LabelHash">Identity of the row.</param>
/// <param name="ObjectHash">Identity of the object.</param>
public sealed record EditTruth(ObjectEdit Edit, string LabelHash, string ObjectHash);

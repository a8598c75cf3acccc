namespace EncordFunctions.Formats.Yolo;

/// <summary>A line of a label file as it lies in a record.</summary>
/// <param name="featureHash">Ontology id of its class; empty is none.</param>
/// <param name="name">Name of its class; empty is none.</param>
/// <param name="keypoints">How many points it ends in.</param>
/// <param name="text">What stands behind the class.</param>
internal readonly ref struct LabelLine(ReadOnlySpan<byte> featureHash, ReadOnlySpan<byte> name, int keypoints, ReadOnlySpan<byte> text)
{
    public ReadOnlySpan<byte> FeatureHash { get; } = featureHash;

    public ReadOnlySpan<byte> Name { get; } = name;

    public int Keypoints { get; } = keypoints;

    public ReadOnlySpan<byte> Text { get; } = text;
}

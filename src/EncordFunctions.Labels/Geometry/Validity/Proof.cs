namespace EncordFunctions.Labels.Geometry.Validity;

/// <summary>What <see cref="QuickProof"/> came to.</summary>
internal enum Proof
{
    /// <summary>The polygons are valid.</summary>
    Valid,

    /// <summary>They may be valid or not: edges touch, or rounding hides which side a point is on.</summary>
    Open,

    /// <summary>So many edges lie close to each other that comparing them would take long.</summary>
    Tangled,
}

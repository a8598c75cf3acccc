namespace EncordFunctions.Local.Sample;

/// <summary>How the visibility of a skeleton point is written.</summary>
public enum VisibilitySpelling
{
    /// <summary>A flag, <c>"occluded": true</c>, as the editor writes it; nothing for a visible point.</summary>
    Flags,

    /// <summary>One member, <c>"visibility": "occluded"</c>, as the SDK writes it.</summary>
    Member,
}

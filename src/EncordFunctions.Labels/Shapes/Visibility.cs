namespace EncordFunctions.Labels.Shapes;

/// <summary>How well a skeleton point can be seen. The export writes it as flags (editor) or as an enum (SDK); no mark means visible.</summary>
public enum Visibility
{
    /// <summary>Seen, or not marked otherwise.</summary>
    Visible,

    /// <summary>Hidden behind another object.</summary>
    Occluded,

    /// <summary>Hidden behind the object itself.</summary>
    SelfOccluded,

    /// <summary>Not in the picture.</summary>
    Invisible,
}

namespace EncordFunctions.Labels.Issues;

/// <summary>How much an <see cref="Issue"/> takes away from what it is about.</summary>
public enum Severity
{
    /// <summary>Nothing is lost; worth knowing.</summary>
    Info,

    /// <summary>The annotation is used as it stands, but somebody should look.</summary>
    Warning,

    /// <summary>The annotation, or the whole row, is not usable.</summary>
    Error,
}

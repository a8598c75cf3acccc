namespace EncordFunctions.Local.Sample;

/// <summary>How dynamic attributes are written.</summary>
public enum ActionStyle
{
    /// <summary>
    /// The editor: one action per checklist option, so that ranges overlap; text and numbers as they were set, the last one winning.
    /// </summary>
    Editor,

    /// <summary>The SDK: one action per distinct answer, several checklist options in one.</summary>
    Sdk,
}

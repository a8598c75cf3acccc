namespace EncordFunctions.Labels.Ontologies;

/// <summary>The types of attributes, in the format's words.</summary>
public static class AttributeTypes
{
    /// <summary>One option.</summary>
    public const string Radio = "radio";

    /// <summary>Any number of options.</summary>
    public const string Checklist = "checklist";

    /// <summary>Free text.</summary>
    public const string Text = "text";

    /// <summary>A number.</summary>
    public const string Numeric = "numeric";
}

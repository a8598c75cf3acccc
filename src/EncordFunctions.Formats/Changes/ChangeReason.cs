namespace EncordFunctions.Formats.Changes;

/// <summary>Why something of a change could not be told.</summary>
public static class ChangeReason
{
    /// <summary>The earlier annotations.jsonl is gone, or another file stands in its place: how far things were moved, and where dynamic attributes differ, is not known.</summary>
    public const string EarlierGone = "earlier_annotations_gone";

    /// <summary>Of very many changed annotations the geometry is not compared.</summary>
    public const string TooMany = "too_many_annotations";

    /// <summary>The static attributes of one side are longer than the Objects table holds.</summary>
    public const string TooLong = "attributes_too_long";
}

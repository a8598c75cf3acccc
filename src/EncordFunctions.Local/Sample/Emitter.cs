namespace EncordFunctions.Local.Sample;

/// <summary>Whose spelling of the format a row is written in.</summary>
public enum Emitter
{
    /// <summary>The vendor's export: sizes after labels, integers for positions, dates without a zone.</summary>
    Server,

    /// <summary>The vendor's SDK dictionary: sizes before labels, positions as text, RFC 1123 dates, ASCII only.</summary>
    Sdk,

    /// <summary>The vendor's documentation page: a <c>"0"</c> level in images and boxes, numbers as text, <c>image_group</c>.</summary>
    Page,
}

namespace EncordFunctions.Formats.Coco;

/// <summary>The records that a row leaves, each a number that says which it is and then:</summary>
internal enum CocoRecord
{
    /// <summary>Title of the row's data; the first record of a row.</summary>
    Title,

    /// <summary>The members of an image but its id.</summary>
    Image,

    /// <summary>
    /// Image (its number in the row), feature hash, name and shape of the class, track (its number in the row, or -1), and the members that
    /// follow the track number.
    /// </summary>
    Annotation,

    /// <summary>Hash of an object, before the first annotation that has its track number; only in the vendor's form.</summary>
    Track,

    /// <summary>Feature hash and name of a class, and the names of the points that its next skeletons have.</summary>
    Points,
}

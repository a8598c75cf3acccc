namespace EncordFunctions.Formats.Coco;

/// <summary>How a COCO file is to be.</summary>
/// <param name="AsVendor">As the vendor's own exporter writes it, rather than as readers of COCO files are best served.</param>
/// <param name="ListCounts">Runs as lists of numbers rather than as text.</param>
internal sealed record CocoOptions(bool AsVendor, bool ListCounts)
{
    /// <summary>The first id of images and annotations. COCO's evaluation takes an annotation whose id is 0 for one that was not matched.</summary>
    public int FirstId => AsVendor ? 0 : 1;
}

using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Coco;

/// <summary>Puts shapes into COCO's terms.</summary>
internal interface ICocoShapes
{
    /// <summary>Draws the shape of an annotation on a frame of known size.</summary>
    /// <returns>Why it can't be said; null where it can.</returns>
    LedgerReason? Draw(Annotation annotation, CocoDrawing drawing);
}

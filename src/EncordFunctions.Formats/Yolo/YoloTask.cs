using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Yolo;

/// <summary>What a model is trained for, which decides what a line of a label file says. It keeps no state.</summary>
internal abstract class YoloTask
{
    /// <summary>Its word for Ultralytics, and the name of its folder.</summary>
    public abstract string Word { get; }

    /// <summary>Its letter in fragments.</summary>
    public abstract char Track { get; }

    /// <summary>Whether its lines end in points, of which all lines of an export must have the same number.</summary>
    public virtual bool HasKeypoints => false;

    /// <summary>Writes what stands behind the class.</summary>
    /// <param name="shape">What is drawn, in pixels.</param>
    /// <param name="line">Where to; it knows the size of the frame.</param>
    /// <returns>Why there is nothing to write; null where it is written.</returns>
    public abstract LedgerReason? Write(Shape shape, YoloLine line);
}

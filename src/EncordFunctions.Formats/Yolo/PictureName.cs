namespace EncordFunctions.Formats.Yolo;

/// <summary>What the label file of a picture is called, without its ending.</summary>
/// <param name="Unit">Which of the row's units it is of.</param>
/// <param name="File">The part that stands for the unit, and is one unit's alone in the row.</param>
/// <param name="Frame">The rest, which stands for the frame; empty where the unit is one picture.</param>
internal readonly record struct PictureName(int Unit, string File, string Frame);

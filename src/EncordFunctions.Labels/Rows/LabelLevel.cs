namespace EncordFunctions.Labels.Rows;

/// <summary>How deep a <see cref="LabelWalk"/> is in a row.</summary>
internal enum LabelLevel
{
    Row,
    Units,
    Spaces,
    Unit,
    Labels,
    Frame,
    Objects,
    Classifications,
    Answers,
}

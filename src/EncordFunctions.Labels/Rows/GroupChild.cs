namespace EncordFunctions.Labels.Rows;

/// <summary>A file of a data group that has a label row of its own.</summary>
/// <param name="DataHash">Identity of the file.</param>
/// <param name="LabelHash">Identity of its label row; null where it was never labelled.</param>
/// <param name="Name">Its file name.</param>
/// <param name="LayoutKey">Where the group shows it: a grid cell or a name.</param>
public sealed record GroupChild(string? DataHash, string? LabelHash, string? Name, string? LayoutKey);

namespace EncordFunctions.Labels.Rows;

/// <summary>The file that a DICOM slice is of, as its frame's <c>metadata</c> says. Frames of old rows lack it.</summary>
/// <param name="InstanceUid">Its SOP instance UID.</param>
/// <param name="MultiframeNumber">Which frame of the file it is; null where the file has but one.</param>
/// <param name="Uri">Where the vendor keeps the file.</param>
public sealed record SliceFile(string? InstanceUid, long? MultiframeNumber, string? Uri);

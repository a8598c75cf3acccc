namespace EncordFunctions.Http.Answers;

/// <summary>Where more about an export is: paths of this service, and addresses in the storage, which take a right of one's own to read.</summary>
/// <param name="Self">The export.</param>
/// <param name="Issues">Its issues.</param>
/// <param name="Report">Its report; null where there is none.</param>
/// <param name="Manifest">Its manifest; null where it doesn't stand yet.</param>
/// <param name="Derivatives">The folder of all that is written of it.</param>
internal sealed record ExportLinks(string Self, string Issues, string? Report, Uri? Manifest, Uri Derivatives);

namespace EncordFunctions.Labels.Rows;

/// <summary>Which file of a scene a space is: a point cloud or a camera image.</summary>
/// <param name="StreamId">The sensor.</param>
/// <param name="EventIndex">The event of the scene it was taken at.</param>
/// <param name="Uri">Where the file lies.</param>
public sealed record SceneFile(string? StreamId, long? EventIndex, string? Uri);

namespace EncordFunctions.Labels.Rows;

/// <summary>Something that happens to an object of a continuous scene: it is set from an instant on, or it ends there.</summary>
internal readonly record struct SceneEvent(long At, bool IsDelete);

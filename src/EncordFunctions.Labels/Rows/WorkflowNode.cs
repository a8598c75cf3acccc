namespace EncordFunctions.Labels.Rows;

/// <summary>The stage of the annotation workflow that a row stands in.</summary>
public sealed record WorkflowNode(string? Uuid, string? Title);

using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Rehearsing;

/// <summary>An entity that was written.</summary>
/// <param name="Entity">It.</param>
/// <param name="IsRefused">Whether it was to be added and one stands already.</param>
internal sealed record RehearsedEntity(TableEntity Entity, bool IsRefused);

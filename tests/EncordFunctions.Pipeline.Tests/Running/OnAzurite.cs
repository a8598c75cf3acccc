namespace EncordFunctions.Pipeline.Tests.Running;

/// <summary>Tests that share the queues of one Azurite, so that they run one after the other.</summary>
[CollectionDefinition(nameof(OnAzurite))]
public sealed class OnAzurite;

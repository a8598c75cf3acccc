namespace EncordFunctions.Pipeline.Storage;

/// <summary>A write that the service would refuse: a fault of this code, which should have cut or split what it writes.</summary>
internal sealed class StorageLimitException(string message) : InvalidOperationException(message);

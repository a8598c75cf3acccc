namespace EncordFunctions.Local.Azurite;

/// <summary>How to start the storage emulator.</summary>
public sealed record AzuriteOptions
{
    /// <summary>Where its data lives. Null: a temporary folder that goes when the server is disposed of.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Told, in a line of text, what takes long.</summary>
    public Action<string> Report { get; init; } = static _ => { };
}

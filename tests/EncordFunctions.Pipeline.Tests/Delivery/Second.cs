namespace EncordFunctions.Pipeline.Tests.Delivery;

/// <summary>What else is dropped while an export runs.</summary>
public enum Second
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The same zip under another name.</summary>
    Copy,

    /// <summary>The same zip under the same name.</summary>
    Again,

    /// <summary>A new zip under the same name, while the first one is unpacked.</summary>
    New,
}

namespace EncordFunctions.Local.Tests.Serving;

/// <summary>The tests that ask the same run.</summary>
[CollectionDefinition(Name)]
public sealed class WatchedCollection : ICollectionFixture<WatchedStorage>
{
    public const string Name = "watched";
}

using Azure.Data.Tables;
using EncordFunctions.Formats.Changes;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>An object of an earlier export as the Objects table has it.</summary>
internal sealed record EarlierObject
{
    public const string ClassHash = nameof(ClassHash);
    public const string GeometryHash = nameof(GeometryHash);
    public const string AttributesHash = nameof(AttributesHash);
    public const string DynamicHash = nameof(DynamicHash);

    /// <summary>The columns it is made of.</summary>
    public static readonly string[] Columns =
    [
        "RowKey", "ObjectHash", "FeatureHash", "Name", "Shape", "Frames", "Annotations", "Attributes", ClassHash, GeometryHash, AttributesHash, DynamicHash,
    ];

    public required string Key { get; init; }

    public required string ObjectHash { get; init; }

    public required ObjectState State { get; init; }

    public string? Attributes { get; init; }

    /// <summary>Whether its static attributes are too long for the table.</summary>
    public bool IsCut { get; init; }

    public string? Class { get; init; }

    public string? Geometry { get; init; }

    public string? Static { get; init; }

    public string? Dynamic { get; init; }

    public static EarlierObject From(TableEntity entity) => new()
    {
        Key = entity.RowKey,
        ObjectHash = entity.GetString("ObjectHash") ?? "",
        State = new ObjectState(
            entity.GetString("Name"),
            entity.GetString("FeatureHash"),
            entity.GetString("Shape"),
            entity.GetString("Frames"),
            entity.GetInt64("Annotations") ?? 0),
        Attributes = entity.GetString("Attributes"),
        IsCut = entity.GetString("Attributes") is null && entity.GetString(AttributesHash) is not null,
        Class = entity.GetString(ClassHash),
        Geometry = entity.GetString(GeometryHash),
        Static = entity.GetString(AttributesHash),
        Dynamic = entity.GetString(DynamicHash),
    };
}

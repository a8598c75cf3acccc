using System.Text.Json;
using EncordFunctions.Formats.Geometry;

namespace EncordFunctions.Formats.Parquet;

/// <summary>What GeoParquet 1.1 wants a file to say of its geometry.</summary>
internal static class GeoMetadata
{
    public const string Key = "geo";

    /// <summary>No coordinate reference system: pixels are on no globe.</summary>
    public static string Of(IEnumerable<Wkb.Kind> kinds) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["version"] = "1.1.0",
        ["primary_column"] = "geometry",
        ["columns"] = new Dictionary<string, object>
        {
            ["geometry"] = new Dictionary<string, object?>
            {
                ["encoding"] = "WKB",
                ["geometry_types"] = kinds.Select(static kind => kind.ToString().Replace("Z", " Z", StringComparison.Ordinal)),
                ["crs"] = null,
                ["orientation"] = "counterclockwise",
            },
        },
    });
}

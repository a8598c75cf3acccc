using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Geometry;

namespace EncordFunctions.Formats.Geometry;

/// <summary>
/// A shape in the terms that WKB and GeoJSON share, those of OGC's simple features: pixels of its frame, y down as they stand, or units of its
/// scene. <see cref="SimpleGeometries"/> makes it.
/// </summary>
internal abstract record SimpleGeometry
{
    private SimpleGeometry()
    {
    }

    /// <summary>What has none, and why.</summary>
    public sealed record None(LedgerReason Reason) : SimpleGeometry;

    /// <summary>A Point.</summary>
    public sealed record Place(Vertex At) : SimpleGeometry;

    /// <summary>A MultiPoint.</summary>
    public sealed record Places(Vertex[] At) : SimpleGeometry;

    /// <summary>A LineString.</summary>
    public sealed record Line(Vertex[] Points) : SimpleGeometry;

    /// <summary>
    /// [polygon][ring][vertex], rings not closed and wound anyhow, the first of each polygon the outer one: a Polygon where there is one, else a
    /// MultiPolygon.
    /// </summary>
    public sealed record Region(Vertex[][][] Parts) : SimpleGeometry;

    /// <summary>Polygons that may lie over each other, which those of a MultiPolygon may not: a GeometryCollection.</summary>
    public sealed record Faces(Vertex[][][] Parts) : SimpleGeometry;

    /// <summary>A Point with z.</summary>
    public sealed record Place3D(Vertex3D At) : SimpleGeometry;

    /// <summary>A LineString with z.</summary>
    public sealed record Line3D(Vertex3D[] Points) : SimpleGeometry;
}

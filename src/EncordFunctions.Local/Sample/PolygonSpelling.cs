namespace EncordFunctions.Local.Sample;

/// <summary>How a polygon's geometry is written.</summary>
public enum PolygonSpelling
{
    /// <summary><c>polygon</c> as an object with the keys "0", "1", ...; room for one ring.</summary>
    Map,

    /// <summary><c>polygon</c> as a list of points; room for one ring.</summary>
    List,

    /// <summary><c>polygons</c> alone: polygon, ring, flat numbers.</summary>
    Polygons,

    /// <summary><c>polygons</c>, and its first ring once more as <c>polygon</c>, as the vendor writes today.</summary>
    Both,
}

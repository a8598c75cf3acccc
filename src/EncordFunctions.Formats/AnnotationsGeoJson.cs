using System.Text.Json;
using EncordFunctions.Formats.GeoJson;
using EncordFunctions.Formats.Geometry;
using EncordFunctions.Formats.Json;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>annotations.geojson</c>: a FeatureCollection beside every readable row, a feature for each annotation that has a geometry on a picture, or a
/// point or line in a scene. Coordinates are pixels of the frame, x right and y down, not degrees of WGS 84; of scenes the scene's own units.
/// Rings are closed and wound as RFC 7946 asks for in these axes.
/// </summary>
public sealed class AnnotationsGeoJson : IRowFormat
{
    /// <inheritdoc/>
    public string Name => "annotations.geojson";

    /// <inheritdoc/>
    public IRowWriter Open(RowContext row, IOutputFiles files) => new Writer(Name, row, files.Create(Name, "application/geo+json"));

    private sealed class Writer(string name, RowContext row, OutputFile file) : AnnotationWriter(name, row)
    {
        private readonly FeatureFile _features = new(file);
        private readonly AttributeMap _attributes = new();

        public override async ValueTask DisposeAsync()
        {
            await _features.DisposeAsync();
            await base.DisposeAsync();
        }

        protected override async ValueTask<LedgerReason?> WriteAsync(Annotation annotation, CancellationToken cancellationToken)
        {
            var geometry = SimpleGeometries.Of(annotation);
            if (geometry is SimpleGeometry.None none) return none.Reason;
            if (geometry is SimpleGeometry.Region { Parts: [] }) return LedgerReason.Empty;
            if (annotation.Shape is Circle or Ellipse) Ledger.Lose(LedgerReason.CurveFlattened, annotation);
            var json = _features.Begin();
            json.WritePropertyName("geometry"u8);
            GeometryCoordinates.Write(json, geometry);
            json.WriteStartObject("properties"u8);
            WriteProperties(json, annotation);
            json.WriteEndObject();
            await _features.EndAsync(cancellationToken);
            return null;
        }

        protected override ValueTask FinishAsync(CancellationToken cancellationToken) => _features.CommitAsync(cancellationToken);

        private void WriteProperties(Utf8JsonWriter json, Annotation annotation)
        {
            AnnotationMembers.WritePlace(json, Row.Index.Header, annotation);
            if (annotation.Frame?.Stream is { } stream) json.WriteString("stream"u8, stream);
            AnnotationMembers.WriteObject(json, "class"u8, annotation);
            json.WriteFinite("area"u8, annotation.Shape.Area);
            if (annotation.Shape is RotatableBoundingBox box) json.WriteFinite("theta"u8, box.Theta);
            if (annotation.Shape is Skeleton skeleton)
            {
                json.WritePropertyName("keypoints"u8);
                GeometryJson.WriteSkeleton(json, skeleton.Points);
            }
            _attributes.Write(json, "attributes"u8, annotation.Attributes);
        }
    }
}

using System.Buffers;
using EncordFunctions.Formats.Classes;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Geometry;

namespace EncordFunctions.Formats.Parquet;

/// <summary>The columns of <c>annotations.parquet</c>; docs/parquet.md says what each is.</summary>
/// <param name="classes">The classes, which have the numbers.</param>
internal sealed class AnnotationColumns(ClassList classes) : IParquetRecords
{
    private readonly RowColumns _row = new();
    private readonly TextColumn _unit = new("data_unit_hash");
    private readonly TextColumn _unitTitle = new("data_unit_title");
    private readonly TextColumn _stream = new("stream");
    private readonly WholeColumn _width = new("width", ColumnKind.Int32);
    private readonly WholeColumn _height = new("height", ColumnKind.Int32);
    private readonly WholeColumn _frame = new("frame", ColumnKind.Int64);
    private readonly TextColumn _object = new("object_hash");
    private readonly TextColumn _feature = new("feature_hash");
    private readonly TextColumn _class = new("class");
    private readonly WholeColumn _classIndex = new("class_index", ColumnKind.Int32, optional: false);
    private readonly TextColumn _value = new("value");
    private readonly TextColumn _color = new("color");
    private readonly TextColumn _shape = new("shape");
    private readonly DoubleColumn _confidence = new("confidence");
    private readonly FlagColumn _manual = new("manual_annotation");
    private readonly TextColumn _createdBy = new("created_by");
    private readonly WholeColumn _createdAt = new("created_at", ColumnKind.Time);
    private readonly TextColumn _editedBy = new("last_edited_by");
    private readonly WholeColumn _editedAt = new("last_edited_at", ColumnKind.Time);
    private readonly DoubleColumn[] _numbers = [new("bbox_x"), new("bbox_y"), new("bbox_w"), new("bbox_h"), new("area"), new("theta")];
    private readonly BytesColumn _geometry = new("geometry", ColumnKind.Bytes);
    private readonly BytesColumn _geometryJson = new("geometry_json", ColumnKind.Text);
    private readonly WholeColumn _maskHeight = new("rle_size_h", ColumnKind.Int32);
    private readonly WholeColumn _maskWidth = new("rle_size_w", ColumnKind.Int32);
    private readonly BytesColumn _counts = new("rle_counts", ColumnKind.Text);
    private readonly BytesColumn _keypoints = new("keypoints", ColumnKind.Text);
    private readonly WholeColumn _rangeStart = new("range_start", ColumnKind.Int64);
    private readonly WholeColumn _rangeEnd = new("range_end", ColumnKind.Int64);
    private readonly TextColumn[] _rest = [new("range_html"), new("event"), new("interpolate"), new("attributes"), new("extra")];
    private readonly ArrayBufferWriter<byte> _outline = new();
    private readonly SortedSet<Wkb.Kind> _kinds = [];
    private byte[] _place = [];

    /// <inheritdoc/>
    public IReadOnlyList<ParquetColumn> All =>
    [
        .. _row.All, _unit, _unitTitle, _stream, _frame, _width, _height, _object, _feature, _class, _classIndex, _value, _color, _shape,
        _confidence, _manual, _createdBy, _createdAt, _editedBy, _editedAt, .. _numbers, _geometry, _geometryJson, _maskHeight, _maskWidth,
        _counts, _keypoints, _rangeStart, _rangeEnd, .. _rest,
    ];

    /// <inheritdoc/>
    public IReadOnlyList<(string Key, string Value)> Metadata => [(GeoMetadata.Key, GeoMetadata.Of(_kinds))];

    /// <inheritdoc/>
    public bool Take(int ordinal, ReadOnlySpan<byte> record)
    {
        switch (record[0])
        {
            case RowRecord.Mark:
                _row.Begin(ordinal, record);
                return false;
            case AnnotationRecords.PlaceMark:
                _place = record[1..].ToArray();
                return false;
            default:
                _row.Add();
                var place = new RecordReader(_place);
                AddPlace(ref place);
                var annotation = new RecordReader(record[1..]);
                Add(ref annotation);
                return true;
        }
    }

    private void AddPlace(ref RecordReader place)
    {
        _unit.AddFrom(ref place);
        _unitTitle.AddFrom(ref place);
        _stream.AddFrom(ref place);
        _width.AddFrom(ref place);
        _height.AddFrom(ref place);
    }

    private void Add(ref RecordReader annotation)
    {
        _frame.AddFrom(ref annotation);
        _object.AddFrom(ref annotation);
        var before = annotation;
        _classIndex.Add(classes.Find(annotation.ReadUtf8(), annotation.ReadUtf8()).Index);
        annotation = before;
        _feature.AddFrom(ref annotation);
        _class.AddFrom(ref annotation);
        _value.AddFrom(ref annotation);
        _color.AddFrom(ref annotation);
        _shape.AddFrom(ref annotation);
        _confidence.AddFrom(ref annotation);
        _manual.AddFrom(ref annotation);
        _createdBy.AddFrom(ref annotation);
        _createdAt.AddFrom(ref annotation);
        _editedBy.AddFrom(ref annotation);
        _editedAt.AddFrom(ref annotation);
        foreach (var column in _numbers) column.AddFrom(ref annotation);
        AddGeometry(ref annotation);
        _geometryJson.AddFrom(ref annotation);
        _maskHeight.AddFrom(ref annotation);
        _maskWidth.AddFrom(ref annotation);
        _counts.AddFrom(ref annotation);
        _keypoints.AddFrom(ref annotation);
        _rangeStart.AddFrom(ref annotation);
        _rangeEnd.AddFrom(ref annotation);
        foreach (var column in _rest) column.AddFrom(ref annotation);
    }

    private void AddGeometry(ref RecordReader annotation)
    {
        switch (annotation.ReadWhole())
        {
            case AnnotationRecords.NoGeometry:
                _geometry.AddNull();
                break;
            case AnnotationRecords.OutlineMark:
                _outline.ResetWrittenCount();
                _kinds.Add(OutlineSteps.WriteWkb(ref annotation, _outline));
                _geometry.Add(_outline.WrittenSpan);
                break;
            case var kind:
                _kinds.Add((Wkb.Kind)kind);
                _geometry.Add(annotation.ReadBlock());
                break;
        }
    }
}

using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats.Coco;

/// <summary>
/// Joins the rows' records. Annotations are copied as they come; images go to a scratch file first, and follow when all rows have come, for
/// the two stand in one document and neither can be held.
/// </summary>
internal sealed class CocoExportWriter : IExportWriter
{
    private const string ScratchName = "coco-images";

    private readonly ExportContext _export;
    private readonly IExportFiles _files;
    private readonly CocoOptions _options;
    private readonly CocoCategories _categories;
    private readonly ExportTracks _tracks = new();
    private readonly OutputFile _file;
    private readonly OutputFile _scratch;
    private bool _hasBegun;
    private long _annotations;
    private long _images;
    private long _imagesBefore;

    public CocoExportWriter(ExportContext export, IExportFiles files, string name, CocoOptions options)
    {
        _export = export;
        _files = files;
        _options = options;
        _categories = new CocoCategories(export.Classes, options.AsVendor);
        _file = files.Create(name, "application/json");
        _scratch = files.CreateScratch(ScratchName);
    }

    public ValueTask BeginRowAsync(int ordinal, CancellationToken cancellationToken)
    {
        _imagesBefore = _images;
        _tracks.BeginRow();
        return default;
    }

    public ValueTask TakeAsync(FragmentRecord record, CancellationToken cancellationToken)
    {
        var reader = new RecordReader(record.Payload.Span);
        switch ((CocoRecord)reader.ReadWhole())
        {
            case CocoRecord.Title:
                if (!_hasBegun) Begin(reader.ReadText());
                return default;
            case CocoRecord.Image:
                TakeImage(reader.Rest);
                return _scratch.FlushAsync(cancellationToken);
            case CocoRecord.Annotation:
                TakeAnnotation(ref reader);
                return _file.FlushAsync(cancellationToken);
            case CocoRecord.Track:
                _tracks.Add(reader.ReadUtf8());
                return default;
            case CocoRecord.Points:
                TakePoints(ref reader);
                return default;
            default:
                throw new InvalidDataException("A record of a fragment is of no kind that is known.");
        }
    }

    public async ValueTask<long> CompleteAsync(CancellationToken cancellationToken)
    {
        // An export of no row, or of none that could be tried to the end, has no such file.
        if (!_hasBegun) return 0;
        _file.Raw("],\n\"categories\":["u8);
        _categories.Write(_file);
        _file.Raw("],\n\"images\":["u8);
        await _scratch.CommitAsync(cancellationToken);
        await CopyImagesAsync(cancellationToken);
        _file.Raw("]}\n"u8);
        await _file.CommitAsync(cancellationToken);
        return _annotations;
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        await _scratch.DisposeAsync();
    }

    private void Begin(string? title)
    {
        _hasBegun = true;
        _file.Raw("{\"info\":{\"description\":"u8);
        _file.Text(_options.AsVendor ? title : _export.Manifest.Blob);
        _file.Raw(",\"contributor\":null,\"date_created\":null,\"url\":null,\"version\":null"u8);
        _file.Raw(_options.AsVendor ? ",\"year\":null},\n\"annotations\":["u8 : ",\"year\":null},\n\"licenses\":[],\n\"annotations\":["u8);
    }

    private void TakeImage(ReadOnlySpan<byte> members)
    {
        _scratch.Raw(_images == 0 ? "\n{\"id\":"u8 : ",\n{\"id\":"u8);
        _scratch.Whole(_options.FirstId + _images++);
        _scratch.Raw(","u8);
        _scratch.Raw(members);
    }

    private void TakeAnnotation(ref RecordReader reader)
    {
        _file.Raw(_annotations == 0 ? "\n{\"id\":"u8 : ",\n{\"id\":"u8);
        _file.Whole(_options.FirstId + _annotations++);
        _file.Raw(",\"image_id\":"u8);
        _file.Whole(_options.FirstId + _imagesBefore + reader.ReadWhole());
        _file.Raw(",\"category_id\":"u8);
        _file.Whole(_categories.IdOf(reader.ReadUtf8(), reader.ReadUtf8(), reader.ReadUtf8()));
        _file.Raw(",\"attributes\":{"u8);
        var track = reader.ReadWhole();
        if (track >= 0)
        {
            _file.Raw("\"track_id\":"u8);
            _file.Whole(_options.FirstId + _tracks.Of(track));
            _file.Raw(","u8);
        }
        _file.Raw(reader.Rest);
    }

    private void TakePoints(ref RecordReader reader)
    {
        var featureHash = reader.ReadUtf8();
        var name = reader.ReadUtf8();
        var points = new string?[reader.ReadWhole()];
        for (var at = 0; at < points.Length; at++) points[at] = reader.ReadText();
        _categories.Take(featureHash, name, points);
    }

    private async ValueTask CopyImagesAsync(CancellationToken cancellationToken)
    {
        await using var images = await _files.OpenScratchAsync(ScratchName, cancellationToken);
        int read;
        while ((read = await images.ReadAsync(_file.GetMemory(64 * 1024), cancellationToken)) > 0)
        {
            _file.Advance(read);
            await _file.FlushAsync(cancellationToken);
        }
    }
}

using System.IO.Compression;

namespace EncordFunctions.Local.Sample;

/// <summary>A large export of image rows, for tests and measurements. It is written row by row, so that memory does not grow with it.</summary>
public sealed class LoadExport
{
    private readonly int _rows;
    private readonly int _objectsPerRow;
    private readonly int _seed;

    private LoadExport(int rows, int objectsPerRow, int seed)
    {
        _rows = rows;
        _objectsPerRow = objectsPerRow;
        _seed = seed;
    }

    /// <summary>Plans an export; the same numbers give the same bytes.</summary>
    public static LoadExport Create(int rows, int objectsPerRow, int seed) => new(rows, objectsPerRow, seed);

    /// <summary>One row of it, without the others.</summary>
    public SampleRow Row(int ordinal) => LoadRow.Build(_seed, ordinal, _objectsPerRow);

    /// <summary>Writes the zip, of one entry. The stream need not seek.</summary>
    public async Task<LoadTotals> WriteZipAsync(Stream to, CancellationToken cancellationToken)
    {
        var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (zip)
        {
            var entry = zip.CreateEntry("labels.json", CompressionLevel.Fastest);
            entry.LastWriteTime = RowPlan.Start;
            var json = await entry.OpenAsync(cancellationToken);
            await using (json)
                return await WriteJsonAsync(json, cancellationToken);
        }
    }

    /// <summary>Writes the list of rows as bare JSON.</summary>
    public async Task<LoadTotals> WriteJsonAsync(Stream to, CancellationToken cancellationToken)
    {
        var shapes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (classifications, pixels, bytes) = (0, 0L, 0L);
        for (var ordinal = 0; ordinal < _rows; ordinal++)
        {
            var row = Row(ordinal);
            await to.WriteAsync(ordinal == 0 ? "["u8.ToArray() : ",\n"u8.ToArray(), cancellationToken);
            await to.WriteAsync(row.Json, cancellationToken);
            bytes += row.Json.Length + (ordinal == 0 ? 1 : 2);
            classifications += row.Truth.Classifications.Count;
            foreach (var annotation in row.Truth.Annotations)
            {
                shapes[annotation.Shape.Name] = shapes.GetValueOrDefault(annotation.Shape.Name) + 1;
                if (annotation.Shape is ShapeTruth.Bitmask mask) pixels += (long)mask.Area!.Value;
            }
        }
        var end = _rows == 0 ? "[]"u8.ToArray() : "]"u8.ToArray();
        await to.WriteAsync(end, cancellationToken);
        return new LoadTotals(_rows, shapes, classifications, pixels, bytes + end.Length);
    }
}

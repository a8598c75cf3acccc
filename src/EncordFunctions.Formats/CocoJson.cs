using EncordFunctions.Formats.Coco;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>coco.json</c>: the export as one COCO file, <c>{info, licenses, annotations, categories, images}</c>. Rows leave their annotations
/// readily spelt in the fragment, with holes for the ids that depend on other rows; the join copies them. docs/coco.md says what each member is.
/// </summary>
public sealed class CocoJson : IExportFormat
{
    private readonly CocoOptions _options;

    private CocoJson(CocoOptions options) => _options = options;

    /// <inheritdoc/>
    public string Name => "coco.json";

    /// <inheritdoc/>
    public char Track => 'C';

    /// <summary>The format as it is chosen.</summary>
    /// <param name="variants"><c>encord</c>: as the vendor's own exporter writes it; <c>list</c>: runs as lists of numbers, not as text.</param>
    public static CocoJson Of(IReadOnlyList<string> variants) => new(new CocoOptions(variants.Contains("encord"), variants.Contains("list")));

    /// <inheritdoc/>
    public IRowWriter OpenRow(RowContext row, FragmentTrack track) => new CocoRowWriter(Name, row, track, _options);

    /// <inheritdoc/>
    public IExportWriter OpenExport(ExportContext export, IExportFiles files) => new CocoExportWriter(export, files, Name, _options);
}

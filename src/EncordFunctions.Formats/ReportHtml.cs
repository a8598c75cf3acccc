using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Report;

namespace EncordFunctions.Formats;

/// <summary>
/// <c>report.html</c>: one page for people, of one file that opens from a disk and asks no network for anything. What needs attention stands at
/// its top. It has no time of its making in it: the same export gives the same bytes.
/// </summary>
public sealed class ReportHtml : IExportFormat
{
    /// <inheritdoc/>
    public string Name => "report.html";

    /// <inheritdoc/>
    public char Track => 'R';

    /// <summary>Its own, and what <see cref="ChangesJsonl"/> writes.</summary>
    public string Reads => $"{Track}{ChangesJsonl.Letter}";

    /// <inheritdoc/>
    public IRowWriter OpenRow(RowContext row, FragmentTrack track) => new RowReport(row, track, Name);

    /// <inheritdoc/>
    public IExportWriter OpenExport(ExportContext export, IExportFiles files) => new ExportReport(export, files, Name);
}

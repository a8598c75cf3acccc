using EncordFunctions.Formats;
using EncordFunctions.Formats.Fragments;

namespace EncordFunctions.Pipeline.Joining;

/// <summary>Joins the fragments of all rows to the derivatives of their export, all of them in one reading.</summary>
internal sealed class ExportJoin(FragmentSource fragments, IReadOnlyList<IExportFormat> formats)
{
    /// <summary>Writes them.</summary>
    /// <param name="export">What the rows add up to.</param>
    /// <param name="files">Where to.</param>
    /// <param name="cancellationToken">Ends the join; nothing that was not complete is left behind.</param>
    /// <returns>The first derivative that did not join what its ledger says the rows wrote, in one line; null where all did.</returns>
    /// <exception cref="FragmentMissingException">A fragment is gone; nothing was written but small files.</exception>
    public async Task<string?> WriteAsync(ExportContext export, JoinedFiles files, CancellationToken cancellationToken)
    {
        if (formats.Count == 0) return null;
        var writers = new List<IExportWriter>();
        try
        {
            foreach (var format in formats) writers.Add(format.OpenExport(export, files));
            await foreach (var (ordinal, content) in fragments.ReadAsync(cancellationToken))
            {
                await using var _ = content;
                foreach (var writer in writers) await writer.BeginRowAsync(ordinal, cancellationToken);
                await foreach (var record in FragmentReader.ReadAsync(content, cancellationToken))
                {
                    for (var i = 0; i < writers.Count; i++)
                        if (formats[i].Reads.Contains(record.Track)) await writers[i].TakeAsync(record, cancellationToken);
                }
            }

            string? imbalance = null;
            for (var i = 0; i < writers.Count; i++)
            {
                var joined = await writers[i].CompleteAsync(cancellationToken);
                var written = export.Manifest.Ledger.FirstOrDefault(line => line.Derivative == formats[i].Name)?.Written ?? 0;
                if (joined != written) imbalance ??= $"{formats[i].Name}: the rows wrote {written}, but {joined} were joined.";
            }
            await files.SettleAsync();
            return imbalance;
        }
        finally
        {
            foreach (var writer in writers) await writer.DisposeAsync();
        }
    }
}

using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Failing;

/// <summary>
/// Records that the tries of one of an export's own steps are used up. What has come through meanwhile is never overwritten; the export is
/// no longer among the open ones, and can be retried.
/// </summary>
internal sealed class ExportFailing(ExportsTable exports, OpenExports open, StepErrors errors)
{
    /// <param name="export">The export.</param>
    /// <param name="step">One of the names of <see cref="StepErrors"/>.</param>
    /// <param name="cancellationToken">Ends the run; a second one does no harm.</param>
    /// <returns>The export as it is then: Failed, or what another run made of it. Null where it is not known.</returns>
    public async Task<ExportRow?> FailAsync(ExportId export, string step, CancellationToken cancellationToken)
    {
        while (true)
        {
            var entry = await open.FindAsync(export, cancellationToken);
            if (await exports.FindAsync(export, cancellationToken) is not { } row) return null;
            if (!row.IsEnded)
            {
                if ((step == StepErrors.Unpacking) != (row.Rows is null)) return row;
                row = row with { Status = ExportStatus.Failed, Reason = await errors.ReasonAsync(export, step, cancellationToken) };
                if (!await exports.TryReplaceAsync(row, cancellationToken)) continue;
            }
            await open.CloseAsync(entry, row, cancellationToken);
            return row;
        }
    }
}

using Azure.Data.Tables;
using EncordFunctions.Formats;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Privacy;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Changes;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>Reads a row and writes all of it but its verdict.</summary>
internal sealed class RowWriting(PipelineStorage storage, VerdictsTable verdicts, PrivacyPolicy policy)
{
    private readonly NewestLabels _labels = new(storage.LabelsTable, new ExportsTable(storage.ExportsTable));
    private readonly RowComparison _comparison = new(storage);
    private readonly HeldOntologies _ontologies = new(storage.Staging);

    /// <returns>The verdict to write.</returns>
    /// <exception cref="RowStandsException">The row has its verdict; nothing was written.</exception>
    public async Task<TableEntity> WriteAsync(RowMessage row, StagedRow bytes, CancellationToken cancellationToken)
    {
        var ontology = row.Ontology ? await _ontologies.FindAsync(row.ExportId, cancellationToken) : null;
        var reader = new LabelRowReader(row.Place, ontology);
        var privacy = new RowPrivacy(policy);
        RowIndexing indexing;
        await using (var content = await bytes.OpenAsync(cancellationToken))
            indexing = privacy.Of(await reader.IndexAsync(content, cancellationToken));

        await using var files = new DerivativeFiles(storage.Derivatives, RowKeys.Folder(row), new FirstFile(token => CheckAsync(row, token)));
        return indexing switch
        {
            RowIndexing.Unreadable unreadable => await RejectAsync(row, unreadable, files, cancellationToken),
            RowIndexing.Readable { Index: var index } =>
                await ConvertAsync(row, reader, privacy, bytes, new RowContext(row.Ordinal, index, ontology), files, cancellationToken),
            _ => throw new NotSupportedException($"An indexing {indexing.GetType().Name} that nothing handles."),
        };
    }

    private async Task<TableEntity> RejectAsync(
        RowMessage row, RowIndexing.Unreadable unreadable, DerivativeFiles files, CancellationToken cancellationToken)
    {
        var tally = new RowTally();
        var context = new RowContext(row.Ordinal, new RowIndex { Header = unreadable.Header, Units = [] }, null);
        await using var fragment = new RowFragment(storage.Staging, row, context, FormatsOf(row).ExportFormats);
        foreach (var issue in unreadable.Issues)
        {
            tally.Take(issue);
            await fragment.WriteAsync(new RowEvent.IssueFound(issue), cancellationToken);
        }
        await IssuesJsonl.WriteAsync(files, unreadable.Issues, cancellationToken);
        await Task.WhenAll(fragment.CompleteAsync(cancellationToken), WriteIssuesAsync(row, tally, cancellationToken));
        return VerdictEntity.Of(row, Verdict.Rejected, unreadable.Header, [], tally, new ObjectTally(), [], files.Count, fragment, changes: null);
    }

    private async Task<TableEntity> ConvertAsync(
        RowMessage row,
        LabelRowReader reader,
        RowPrivacy privacy,
        StagedRow bytes,
        RowContext context,
        DerivativeFiles files,
        CancellationToken cancellationToken)
    {
        var tally = new RowTally();
        var objects = new ObjectTally();
        var formats = FormatsOf(row);
        var index = context.Index;
        var writers = new List<IRowWriter>();
        await using var fragment = new RowFragment(storage.Staging, row, context, formats.ExportFormats);
        try
        {
            foreach (var format in formats.RowFormats) writers.Add(format.Open(context, files));
            await using (var content = await bytes.OpenAsync(cancellationToken))
            {
                await foreach (var read in reader.ReadAsync(content, index, cancellationToken))
                {
                    // Whatever comes behind this line gets treated values alone.
                    var rowEvent = privacy.Of(read);
                    tally.Take(rowEvent);
                    objects.Take(rowEvent);
                    foreach (var writer in writers) await writer.WriteAsync(rowEvent, cancellationToken);
                    await fragment.WriteAsync(rowEvent, cancellationToken);
                }
            }

            var completing = Task.WhenAll(writers.Select(writer => writer.CompleteAsync(cancellationToken).AsTask()));
            // Every readable row has a file, and no table is touched before it stands.
            await await Task.WhenAny(completing, files.Begun);
            await Task.WhenAll(
                completing,
                EntityBatches.WriteAsync(storage.ObjectsTable, objects.Entities(row, index.Header), cancellationToken),
                WriteIssuesAsync(row, tally, cancellationToken));
            await files.SettleAsync();

            // The row is known from here on, so all that another export may compare itself with must stand.
            var met = await _labels.MeetAsync(row, index.Header, tally, objects, compare: fragment.Changes is not null, cancellationToken);
            var joining = JoinAsync();
            await Task.WhenAll(joining, _labels.ReplaceAsync(met, cancellationToken));
            var (changes, joinable) = await joining;
            return VerdictEntity.Of(
                row, tally.Verdict, index.Header, index.Units, tally, objects, [.. await completing, .. joinable], files.Count, fragment, changes);

            async Task<(ChangeCounts? Changes, LedgerLine[] Ledger)> JoinAsync()
            {
                var counts = fragment.Changes is { } writer
                    ? await _comparison.WriteAsync(row, index.Header, objects, met, writer, cancellationToken)
                    : null;
                return (counts, await fragment.CompleteAsync(cancellationToken));
            }
        }
        finally
        {
            foreach (var writer in writers) await writer.DisposeAsync();
        }
    }

    private async Task CheckAsync(RowMessage row, CancellationToken cancellationToken)
    {
        if (await verdicts.FindAsync(row.ExportId, row.Ordinal, cancellationToken) is { Verdict: not Verdict.Failed } standing)
            throw new RowStandsException(standing);
    }

    private static DerivativeList FormatsOf(RowMessage row) => DerivativeList.Parse(row.Formats);

    private Task WriteIssuesAsync(RowMessage row, RowTally tally, CancellationToken cancellationToken)
    {
        var partition = RowKeys.Partition(row);
        return EntityBatches.WriteAsync(
            storage.IssuesTable, tally.Listed.Select((issue, number) => IssueEntities.Of(partition, number, issue)), cancellationToken);
    }
}

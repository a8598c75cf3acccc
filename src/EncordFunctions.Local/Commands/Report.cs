using EncordFunctions.Local.Ingest;
using EncordFunctions.Local.Output;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Commands;

/// <summary>Ends a run: brings the results home, shows them, and says what the command leaves with.</summary>
internal sealed class Report(Terminal terminal, PipelineStorage storage, string outFolder, bool isJson)
{
    public async Task<int> GiveAsync(IReadOnlyList<ExportSummary> exports, CancellationToken cancellationToken)
    {
        terminal.Note($"Bringing the results to {outFolder}");
        var results = new List<ExportResult>();
        foreach (var export in exports)
        {
            var folder = await DownloadAsync(export, cancellationToken);
            results.Add(new ExportResult(export, folder, await FirstIssues.ReadAsync(storage, export, cancellationToken)));
        }

        if (isJson) terminal.WriteDocument(SummaryJson.Of(results));
        else SummaryTable.Write(terminal.Results, results);
        return results.TrueForAll(result => result.IsGood) ? ExitCode.Success : ExitCode.Issues;
    }

    private async Task<string> DownloadAsync(ExportSummary export, CancellationToken cancellationToken)
    {
        try
        {
            return await new Download(storage).ToAsync(export.Id, outFolder, cancellationToken);
        }
        // The last one is how the runtime says that a file is larger than the file system takes.
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new UnusableInputException($"The results can't be written to {outFolder} ({fault.Message}): name another folder with --out.");
        }
    }
}

namespace EncordFunctions.Formats;

/// <summary>The folder an export's derivatives are written to, with room for what a join must put aside.</summary>
public interface IExportFiles : IOutputFiles
{
    /// <summary>Starts a file that only the join reads, and that is no derivative.</summary>
    OutputFile CreateScratch(string name);

    /// <summary>Opens a committed scratch file.</summary>
    ValueTask<Stream> OpenScratchAsync(string name, CancellationToken cancellationToken);
}

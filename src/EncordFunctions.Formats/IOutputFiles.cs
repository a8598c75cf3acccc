namespace EncordFunctions.Formats;

/// <summary>The folder a row's derivatives are written to. Paths use '/', are relative, and never come from an export unescaped.</summary>
public interface IOutputFiles
{
    /// <summary>Starts a file that is written bit by bit.</summary>
    OutputFile Create(string path, string contentType);

    /// <summary>Writes a small file at once. <paramref name="content"/> may be reused when the returned task has completed.</summary>
    ValueTask PutAsync(string path, string contentType, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}

namespace EncordFunctions.Local.Azurite;

/// <summary>A file only one process can hold. The system lets go of it when the process ends, however it ends.</summary>
internal static class ExclusiveFile
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Takes the file, or gives null where another process holds it.</summary>
    public static FileStream? TryTake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Takes the file, waiting for whoever holds it.</summary>
    public static async Task<FileStream> TakeAsync(string path, Action waiting, TimeProvider time, CancellationToken cancellationToken)
    {
        var said = false;
        while (true)
        {
            if (TryTake(path) is { } file) return file;
            if (!said) waiting();
            said = true;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}

namespace EncordFunctions.Local.Hosting;

/// <summary>Told what a host does. Called from many threads.</summary>
public interface IHostObserver
{
    /// <summary>Something failed that will be tried again, or was given up: one line.</summary>
    void Warn(string line);
}

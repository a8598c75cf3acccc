using System.Runtime.CompilerServices;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Unpacking;
using Microsoft.Win32.SafeHandles;

namespace EncordFunctions.Local.Inspect;

/// <summary>
/// An entry in a temporary file: its rows count only once its check sum is proven, and each is read twice. Where they lie is not kept but
/// found again, for an entry may have millions.
/// </summary>
internal sealed class InflatedEntry : IDisposable
{
    private const int BufferBytes = 1 << 18;

    private readonly SafeFileHandle _file = File.OpenHandle(
        Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
    private readonly EntryScan _scan = new();
    private readonly LineIndex? _lines;
    private readonly byte[] _buffer = new byte[BufferBytes];

    private InflatedEntry(bool withLines) => _lines = withLines ? new LineIndex() : null;

    /// <summary>How many label rows it has.</summary>
    public long Rows => _scan.Rows;

    /// <summary>Whether they stand in a list.</summary>
    public bool IsList => _scan.IsList;

    /// <summary>What is wrong with it that no row of it tells.</summary>
    public Issue? Issue { get; private set; }

    /// <summary>Reads an entry to its end.</summary>
    /// <param name="name">Its name, for issues.</param>
    /// <param name="content">Its inflated bytes.</param>
    /// <param name="withLines">Whether lines will be asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<InflatedEntry> ReadAsync(string name, Stream content, bool withLines, CancellationToken cancellationToken)
    {
        var entry = new InflatedEntry(withLines);
        try
        {
            await entry.FillAsync(name, content, cancellationToken);
            return entry;
        }
        catch
        {
            entry.Dispose();
            throw;
        }
    }

    /// <summary>Where its label rows lie, in order.</summary>
    public async IAsyncEnumerable<RowSpan> SpansAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var again = new EntryScan();
        var found = new List<RowSpan>();
        while (await RandomAccess.ReadAsync(_file, _buffer, again.Length, cancellationToken) is > 0 and var read)
        {
            again.Push(_buffer.AsSpan(0, read), found);
            foreach (var span in found) yield return span;
            found.Clear();
        }
        again.Complete(found, "");
        foreach (var span in found) yield return span;
    }

    /// <summary>The bytes of a row.</summary>
    public FileSlice Open(RowSpan row) => new(_file, row.Offset, row.Length);

    /// <summary>Line and column of an offset, where lines were asked for.</summary>
    public async ValueTask<TextPlace?> PlaceAsync(long offset, CancellationToken cancellationToken) =>
        _lines is null ? null : await _lines.FindAsync(_file, offset, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private async Task FillAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var ended = new List<RowSpan>();
        while (await content.ReadAsync(_buffer, cancellationToken) is > 0 and var read)
        {
            await RandomAccess.WriteAsync(_file, _buffer.AsMemory(0, read), _scan.Length, cancellationToken);
            _scan.Push(_buffer.AsSpan(0, read), ended);
            _lines?.Push(_buffer.AsSpan(0, read));
            ended.Clear();
        }
        Issue = _scan.Complete(ended, name);
    }
}

using System.Text.Json;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Json;

/// <summary>Writes one derivative of one line an event, and keeps its ledger. The events that are not its own pass by.</summary>
internal abstract class LineWriter(IOutputFiles files, string name, LedgerUnit of, int? ordinal) : IRowWriter
{
    private readonly LedgerCount _count = new(name, of, ordinal);

    /// <summary>The file.</summary>
    protected JsonLines Lines { get; } = new(files, name);

    /// <inheritdoc/>
    public async ValueTask WriteAsync(RowEvent rowEvent, CancellationToken cancellationToken)
    {
        if (SkipOf(rowEvent) is { } issue)
        {
            _count.Take();
            _count.Skip(issue);
        }
        else if (IsLine(rowEvent))
        {
            _count.Take();
            Write(Lines.Begin(), rowEvent);
            await Lines.EndAsync(cancellationToken);
            _count.Wrote();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerLine> CompleteAsync(CancellationToken cancellationToken)
    {
        await Lines.CommitAsync(cancellationToken);
        return _count.ToLine();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Lines.DisposeAsync();

    /// <summary>Whether the event is a line of the file.</summary>
    protected abstract bool IsLine(RowEvent rowEvent);

    /// <summary>Why the event would have been a line and is none; null for all others.</summary>
    protected abstract Issue? SkipOf(RowEvent rowEvent);

    /// <summary>Writes the members of the line's object.</summary>
    protected abstract void Write(Utf8JsonWriter json, RowEvent rowEvent);
}

namespace EncordFunctions.Pipeline.Verifying;

/// <summary>Gathers what a verification finds.</summary>
internal sealed class Findings
{
    private readonly Lock _gate = new();
    private readonly List<Difference> _differences = [];
    private readonly List<string> _notes = [];
    private long _rows;
    private long _files;
    private long _bytes;
    private long _entities;

    public long Count { get; private set; }

    public void Add(string place, string member, string stands, string should)
    {
        lock (_gate)
        {
            Count++;
            if (_differences.Count < Verification.MostTold) _differences.Add(new Difference(place, member, stands, should));
        }
    }

    public void Note(string line) => _notes.Add(line);

    public void RowDone() => _rows++;

    public void EntityDone() => _entities++;

    public void FileDone(long bytes)
    {
        lock (_gate)
        {
            _files++;
            _bytes += bytes;
        }
    }

    public Verification ToVerification() => new()
    {
        IsFinished = true,
        Rows = _rows,
        Files = _files,
        Bytes = _bytes,
        Entities = _entities,
        DifferenceCount = Count,
        Differences = [.. _differences.OrderBy(static one => one.Place, StringComparer.Ordinal).ThenBy(static one => one.Member, StringComparer.Ordinal)],
        Notes = _notes,
    };
}

using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Rows;

/// <summary>The issues of the first reading. Of each kind only so many are kept whole; the rest are counted.</summary>
internal sealed class KeptIssues
{
    private const int MostOfOneKind = 200;

    private readonly RowIssues _issues;
    private readonly List<(IssueCode Code, long Offset, string Pointer, string Message, string? ObjectHash)> _kept = [];
    private readonly Dictionary<IssueCode, int> _counts = [];

    public KeptIssues(RowIssues issues) => _issues = issues;

    /// <summary>Keeps what was found in the value at <paramref name="offset"/>, which may belong to an object.</summary>
    public void Add(Findings findings, long offset, string pointer, string? objectHash = null)
    {
        foreach (var note in findings.Notes) Add(note.Code, offset + note.At, pointer + note.Path, note.Message, objectHash);
    }

    /// <summary>Keeps one issue.</summary>
    public void Add(IssueCode code, long offset, string pointer, string message, string? objectHash = null)
    {
        var count = _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (count <= MostOfOneKind) _kept.Add((code, offset, pointer, message, objectHash));
    }

    /// <summary>Steps over a value that is too long to be read, if it is that and not the end of the bytes.</summary>
    public async ValueTask SkipTooLongAsync(JsonWalker json, string pointer, CancellationToken cancellationToken)
    {
        if (await json.PeekAsync(cancellationToken).ConfigureAwait(false) == JsonKind.End) return;
        var offset = json.Offset;
        await json.SkipAsync(cancellationToken).ConfigureAwait(false);
        if (json.Offset - offset <= JsonWalker.LongestValue) return;
        Add(IssueCatalogue.ValueTooLong, offset, pointer, $"The value is {json.Offset - offset} bytes long, more than {JsonWalker.LongestValue}; it is left out.");
    }

    /// <summary>All that was kept; by now the row's identity is known.</summary>
    public IEnumerable<Issue> All()
    {
        foreach (var (code, offset, pointer, message, objectHash) in _kept) yield return _issues.At(code, offset, pointer, message) with { ObjectHash = objectHash };
        foreach (var (code, count) in _counts)
        {
            if (count > MostOfOneKind) yield return _issues.At(code, 0, "", $"And {count - MostOfOneKind} more of this kind.");
        }
    }
}

using EncordFunctions.Formats.Manifests;

namespace EncordFunctions.Formats.Report;

/// <summary>The kinds of findings with the first examples of each. There are as many kinds as codes, so it can't grow with an export.</summary>
internal sealed class IssueKinds
{
    private const int ExamplesOfAKind = 3;

    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);

    public void Add(IssueExample example)
    {
        if (!_kinds.TryGetValue(example.Code, out var kind)) _kinds.Add(example.Code, kind = new Kind(example.Title));
        if (kind.LastRow != example.Ordinal)
        {
            kind.Rows++;
            kind.LastRow = example.Ordinal;
        }
        if (kind.Examples.Count < ExamplesOfAKind) kind.Examples.Add(example);
    }

    /// <summary>What a kind is called.</summary>
    public string TitleOf(string code) => _kinds.TryGetValue(code, out var kind) ? kind.Title : code;

    /// <summary>In how many rows a kind was found.</summary>
    public long RowsOf(string code) => _kinds.TryGetValue(code, out var kind) ? kind.Rows : 0;

    /// <summary>The first findings of a kind, in order of the rows.</summary>
    public IReadOnlyList<IssueExample> ExamplesOf(string code) => _kinds.TryGetValue(code, out var kind) ? kind.Examples : [];

    /// <summary>Kinds in the order they must be seen to: errors before warnings before the rest, many before few.</summary>
    public static IEnumerable<ManifestIssues> WorstFirst(IEnumerable<ManifestIssues> counted) => counted
        .OrderByDescending(static kind => kind.Severity)
        .ThenByDescending(static kind => kind.Count)
        .ThenBy(static kind => kind.Code, StringComparer.Ordinal);

    private sealed class Kind(string title)
    {
        public string Title => title;

        public long Rows { get; set; }

        public int? LastRow { get; set; }

        public List<IssueExample> Examples { get; } = [];
    }
}

using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Labels.Rows;

/// <summary>The object instances of a row, as many as are told apart, with their attributes.</summary>
internal sealed class ObjectInstances
{
    /// <summary>How many are told apart. What is past them is read all the same, but not compared with other annotations of the object.</summary>
    public const int Most = 100_000;

    private readonly RowIndex _index;
    private readonly Dictionary<string, ObjectInstance> _met = [];
    private readonly Ontology? _ontology;
    private bool _isFull;

    public ObjectInstances(RowIndex index, Ontology? ontology) => (_index, _ontology) = (index, ontology);

    /// <summary>The instance of that hash, which is in the row.</summary>
    public ObjectInstance Meet(string objectHash)
    {
        if (_met.TryGetValue(objectHash, out var known)) return known;
        var met = new ObjectInstance(_index.StaticAnswers.GetValueOrDefault(objectHash) ?? [], _index.DynamicAnswers.GetValueOrDefault(objectHash), _ontology);
        if (_met.Count < Most) _met[objectHash] = met;
        else _isFull = true;
        return met;
    }

    /// <summary>Answers of objects that are nowhere; or that there were too many objects to say.</summary>
    public IEnumerable<Issue> Report(RowIssues issues)
    {
        if (_isFull || _index.Events?.IsFull == true)
        {
            yield return issues.At(IssueCatalogue.TooManyInstances, 0, "", $"The row has more than {Most} object instances; those past them are read but not compared.");
            yield break;
        }
        foreach (var (hash, offset) in _index.Answered)
        {
            if (!_met.ContainsKey(hash)) yield return Orphan(issues, "/object_answers", hash, offset);
        }
        foreach (var (hash, actions) in _index.DynamicAnswers)
        {
            if (!_met.ContainsKey(hash)) yield return Orphan(issues, "/object_actions", hash, actions.Offset);
        }
    }

    private static Issue Orphan(RowIssues issues, string map, string hash, long offset) =>
        issues.At(IssueCatalogue.AnswerOrphaned, offset, JsonPointer.Append(map, hash), $"Object {hash} is nowhere in the row; its answers are not used.") with { ObjectHash = hash };
}

namespace EncordFunctions.Labels.Issues;

/// <summary>What was found while one value was read: at most one failure, which makes it unusable, and notes.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _notes = [];
    private string _list = "";
    private int _index;

    /// <summary>Why the value can't be used; null where it can.</summary>
    public Finding? Failure { get; private set; }

    /// <summary>What is worth knowing about a value that is used.</summary>
    public IReadOnlyList<Finding> Notes => _notes;

    /// <summary>Where in the value what follows stands: JSON Pointer from the value on.</summary>
    public string Place => _list.Length == 0 ? "" : $"/{_list}/{_index}";

    /// <summary>Starts over for another value.</summary>
    public void Clear()
    {
        Failure = null;
        _notes.Clear();
        _list = "";
    }

    /// <summary>Says that what follows is about element <paramref name="index"/> of the value's list <paramref name="list"/>.</summary>
    public void Within(string list, int index) => (_list, _index) = (list, index);

    /// <summary>Says that what follows is about the value itself again.</summary>
    public void Leave() => _list = "";

    /// <summary>Records why the value can't be used; the first reason stands.</summary>
    public void Fail(IssueCode code, int at, string path, string message) => Failure ??= new Finding(code, at, Place + path, message);

    /// <summary>Records something about a value that is used.</summary>
    public void Note(IssueCode code, int at, string path, string message) => _notes.Add(new Finding(code, at, Place + path, message));
}

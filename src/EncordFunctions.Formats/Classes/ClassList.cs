using System.Text;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Formats.Classes;

/// <summary>
/// The classes of an export in an order that does not depend on how its rows were processed: those of the ontology first and all of them,
/// in its order, so that every export of a project numbers them alike; then what the rows have besides, by name and hash. A class is
/// known by its feature hash, or by its name where it has none.
/// </summary>
public sealed class ClassList
{
    private const int OnStack = 256;

    private readonly List<ExportClass> _classes = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _found;

    /// <summary>The classes of an export.</summary>
    /// <param name="ontology">What its rows were read with.</param>
    /// <param name="counted">The classes its rows were counted under; a tally that stands for several is left out.</param>
    public ClassList(Ontology? ontology, IEnumerable<ManifestClass> counted)
    {
        _found = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var one in ontology?.Objects ?? [])
            Add(one.Hash, one.Name, one, ontology!.SkeletonTemplates.FirstOrDefault(template => template.Name == one.Name));
        var rest = counted
            .Where(static one => one is not { Name: ManifestClass.Others, FeatureHash: null })
            .OrderBy(static one => one.Name, StringComparer.Ordinal)
            .ThenBy(static one => one.FeatureHash, StringComparer.Ordinal);
        foreach (var one in rest) Add(one.FeatureHash, one.Name, null, null);
    }

    /// <summary>All of them, in order. A row may have had more classes than were counted one by one; they are added when they come.</summary>
    public IReadOnlyList<ExportClass> All => _classes;

    /// <summary>The class with that hash, or with that name where there is no hash. One that is not known becomes the last.</summary>
    public ExportClass Find(string? featureHash, string? name) =>
        _numbers.TryGetValue(Key(featureHash, name), out var number) ? _classes[number] : Add(featureHash, name, null, null);

    /// <summary>The class with that hash, or with that name where there is no hash; null where it is not known.</summary>
    public ExportClass? FindKnown(string? featureHash, string? name) =>
        _numbers.TryGetValue(Key(featureHash, name), out var number) ? _classes[number] : null;

    /// <summary>The same as <see cref="Find(string?, string?)"/>, of UTF-8 as fragments hold it; empty is none.</summary>
    public ExportClass Find(ReadOnlySpan<byte> featureHash, ReadOnlySpan<byte> name)
    {
        if (featureHash.Length is > 0 and <= OnStack)
        {
            Span<char> hash = stackalloc char[OnStack];
            if (_found.TryGetValue(hash[..Encoding.UTF8.GetChars(featureHash, hash)], out var number)) return _classes[number];
        }
        return Find(Text(featureHash), Text(name));
    }

    private static string? Text(ReadOnlySpan<byte> utf8) => utf8.IsEmpty ? null : Encoding.UTF8.GetString(utf8);

    // A name can't be taken for a hash: it has a character before it that no hash has.
    private static string Key(string? featureHash, string? name) => featureHash ?? $"\n{name}";

    private ExportClass Add(string? featureHash, string? name, OntologyObject? from, SkeletonTemplate? skeleton)
    {
        if (_numbers.TryGetValue(Key(featureHash, name), out var known)) return _classes[known];
        var added = new ExportClass(_classes.Count, featureHash, name, from, skeleton);
        _numbers.Add(Key(featureHash, name), added.Index);
        _classes.Add(added);
        return added;
    }
}

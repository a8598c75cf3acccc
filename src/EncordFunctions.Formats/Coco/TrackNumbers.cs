namespace EncordFunctions.Formats.Coco;

/// <summary>Numbers the object instances of a row in the order they are first written.</summary>
internal sealed class TrackNumbers
{
    /// <summary>How many are numbered, which is how many the reading tells apart; a hundred thousand hashes are about 10 MB.</summary>
    public const int Most = 100_000;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of an instance; -1 where there are too many.</summary>
    /// <param name="objectHash">The instance.</param>
    /// <param name="isNew">Whether it is the first time.</param>
    public int Of(string objectHash, out bool isNew)
    {
        isNew = false;
        if (_numbers.TryGetValue(objectHash, out var number)) return number;
        if (_numbers.Count == Most) return -1;
        isNew = true;
        _numbers.Add(objectHash, number = _numbers.Count);
        return number;
    }
}

using System.Text;

namespace EncordFunctions.Labels.Rows;

/// <summary>The members of a row and of its data units that are not known, up to 16 KiB together.</summary>
internal sealed class RowExtra
{
    private readonly JsonExtra _row = new();
    private readonly Dictionary<string, JsonExtra> _units = [];
    private int _left = 16 * 1024;

    /// <summary>Keeps a member of the row.</summary>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => _row.Add(name, value, ref _left);

    /// <summary>Keeps a member of a data unit or a space.</summary>
    public void AddToUnit(string hash, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (hash.Length + name.Length + value.Length > _left) return;
        if (!_units.TryGetValue(hash, out var unit))
        {
            _units[hash] = unit = new JsonExtra();
            _left -= hash.Length;
        }
        unit.Add(name, value, ref _left);
    }

    /// <summary>All of them as one JSON object; null where there are none.</summary>
    public string? ToJson()
    {
        var (all, units) = (new StringBuilder(), new StringBuilder());
        if (_row.ToJson() is { } row) JsonExtra.Begin(all, "row").Append(row);
        foreach (var (hash, unit) in _units)
        {
            if (unit.ToJson() is { } members) JsonExtra.Begin(units, hash).Append(members);
        }
        if (units.Length > 0) JsonExtra.Begin(all, "units").Append('{').Append(units).Append('}');
        return all.Length == 0 ? null : $"{{{all}}}";
    }
}

namespace EncordFunctions.Labels.Rows;

/// <summary>Finds the units that answers name: spaces first, then data units.</summary>
internal sealed class SpacesByHash
{
    private readonly Dictionary<string, DataUnit> _units = [];

    public SpacesByHash(RowIndex index)
    {
        // Plain rows may have a hundred thousand images, and none of their answers names one.
        if (index.DataUnits == index.Units.Count && index.DataUnits > 1) return;
        foreach (var unit in index.Units) _units[unit.Hash] = unit;
    }

    /// <summary>The unit of that key; null where the row has none.</summary>
    public DataUnit? Find(string hash) => _units.GetValueOrDefault(hash);
}

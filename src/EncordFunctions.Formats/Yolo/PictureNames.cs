using EncordFunctions.Formats.Naming;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Yolo;

/// <summary>
/// Names the pictures of a row: an image by its unit's hash, a frame or a slice by that and its number, as the vendor names them for COCO. What
/// another branch than the main one says of the same pictures stands in a folder of its own, <c>@</c> and the branch.
/// </summary>
internal sealed class PictureNames
{
    private readonly RowIndex _index;
    private readonly string _folder;
    private readonly Dictionary<DataUnit, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<int> _named = [];
    private DataUnit? _unit;
    private PictureName _name;

    public PictureNames(RowIndex index)
    {
        _index = index;
        _folder = index.Header.BranchName is null or "main" ? "" : $"@{SafeName.Of(index.Header.BranchName)}/";
        for (var place = 0; place < index.Units.Count; place++) _places[index.Units[place]] = place;
    }

    public PictureName Of(DataUnit unit, Frame frame)
    {
        if (!ReferenceEquals(unit, _unit))
        {
            _unit = unit;
            _name = new PictureName(_places.GetValueOrDefault(unit, -1), $"{_folder}{SafeName.Of(unit.Hash)}", "");
            _named.Add(_name.Unit);
        }
        // An image can have one frame only, but old rows may say anything.
        if (IsImage(unit) && frame.Number == unit.Sequence && frame.Stream is null) return _name;
        var stream = frame.Stream is { } known ? $"/{SafeName.Of(known)}" : "";
        return _name with { Frame = $"{stream}/{frame.Number}" };
    }

    /// <summary>The images that were never asked for. Which frames a video has besides, no row says.</summary>
    public IEnumerable<(DataUnit Unit, Frame Frame)> Blank()
    {
        for (var place = 0; place < _index.Units.Count; place++)
        {
            var unit = _index.Units[place];
            if (!_named.Contains(place) && IsImage(unit) && unit.Size.IsKnown) yield return (unit, new Frame(unit.Sequence, unit.Size));
        }
    }

    private bool IsImage(DataUnit unit) => unit.SpaceType is { } space ? space == "image" : _index.Header.DataType is "image" or "img_group";
}

using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace EncordFunctions.Formats.Yolo.Joining;

/// <summary>
/// The paths of label files, of which no two are the same. Rows of two projects may label the same pictures, and a row may stand in an
/// export twice: what comes later has '~', the row's ordinal and the unit's place behind the name. A unit, of however many frames, costs some
/// thirty bytes.
/// </summary>
internal sealed class LabelPaths(string folder)
{
    private readonly HashSet<ulong> _taken = [];
    private int _ordinal;
    private int? _unit;
    private string _file = "";

    public void BeginRow(int ordinal) => (_ordinal, _unit) = (ordinal, null);

    public string Of(PictureName picture)
    {
        if (picture.Unit != _unit)
        {
            _unit = picture.Unit;
            _file = _taken.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(picture.File.AsSpan())))
                ? picture.File
                : $"{picture.File}~{_ordinal}-{picture.Unit}";
        }
        return $"{folder}/{_file}{picture.Frame}.txt";
    }
}

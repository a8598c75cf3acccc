using System.Globalization;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>What reading a geometry needs beside its bytes: the frame's size, and where it stands, so that a fault names the exact member.</summary>
/// <remarks>The pointer is kept as numbers and spelt out only for a finding.</remarks>
internal sealed class GeometryContext
{
    /// <summary>No fraction of a frame is that large, even of a label dragged over the edge: x = 7.5 and y = 6204 are mistakes.</summary>
    private const double Impossible = 2;

    /// <summary>Where no vanishing point is, in frames from the first one.</summary>
    public const double Unreachable = 1e6;

    private readonly Findings _findings;
    private readonly UnknownMembers _unknown;
    private readonly Func<string> _pointer;
    private readonly long[] _steps = new long[4];
    private int _depth;
    private GeometryPlace _place;
    private byte[] _text = [];
    private int _start;
    private int _outside;
    private (int At, string Path, double Value) _firstOutside;

    public GeometryContext(Findings findings, UnknownMembers unknown, Utf8Strings strings)
    {
        _findings = findings;
        _unknown = unknown;
        _pointer = () => _place.Object.Pointer() + Path(null);
        Strings = strings;
    }

    /// <summary>Where texts are pooled.</summary>
    public Utf8Strings Strings { get; }

    /// <summary>Vertices on their way into an array; one list serves all rings.</summary>
    public List<Vertex> Scratch { get; } = [];

    /// <summary>The keys those vertices stood under.</summary>
    public List<long> Keys { get; } = [];

    /// <summary>What fractions are scaled by: the frame, or 1 x 1 where its size is unknown and they stay fractions.</summary>
    public FrameSize Frame { get; private set; }

    /// <summary>Whether the size of the frame is known.</summary>
    public bool IsInPixels => _place.Frame.IsKnown;

    /// <summary>The members from the object on that lead to what is being read.</summary>
    public string Root { get; set; } = "";

    /// <summary>Whether the geometry can't be used.</summary>
    public bool HasFailed => _findings.Failure is not null;

    /// <summary>Starts on the geometry that stands at <paramref name="start"/> of the object under the name <paramref name="member"/>.</summary>
    public void Begin(string member, int start, in GeometryPlace place)
    {
        (Root, _start, _place, _depth, _outside) = (member, start, place, 0, 0);
        Frame = IsInPixels ? place.Frame : new FrameSize(1, 1);
    }

    /// <summary>Says that what follows stands under <paramref name="index"/>.</summary>
    public void Push(long index) => _steps[_depth++] = index;

    /// <summary>Says that the next one follows under <paramref name="index"/>.</summary>
    public void Move(long index) => _steps[_depth - 1] = index;

    /// <summary>Says that the level is done.</summary>
    public void Pop() => _depth--;

    /// <summary>Records why the geometry can't be used; the result is always false.</summary>
    public bool Fail(IssueCode code, int at, string? member, string message)
    {
        _findings.Fail(code, _start + at, Path(member), message);
        return false;
    }

    /// <summary>Records something about a geometry that is used.</summary>
    public void Note(IssueCode code, int at, string message) => Note(code, at, null, message);

    /// <summary>Records something about a member of a geometry that is used.</summary>
    public void Note(IssueCode code, int at, string? member, string message) => _findings.Note(code, _start + at, Path(member), message);

    /// <summary>Counts a member that is not known and steps over its value.</summary>
    public void SkipUnknown(ref JsonCursor json, ReadOnlySpan<byte> name)
    {
        _unknown.Add("a geometry", name, _place.Object.Offset + _start + json.At, _pointer);
        json.Skip();
    }

    /// <summary>A text without the escapes of JSON; valid until the next one.</summary>
    public ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> raw, bool escaped)
    {
        if (!escaped) return raw;
        if (_text.Length < raw.Length) _text = new byte[raw.Length];
        return _text.AsSpan(0, JsonText.Decode(raw, _text));
    }

    /// <summary>Records that the value that follows is of the wrong kind; the result is always false.</summary>
    public bool FailKind(ref JsonCursor json, string? member, string wanted)
    {
        var kind = json.Peek();
        return Fail(IssueCatalogue.GeometryMalformed, json.At, member, $"Expected {wanted}, found {JsonBytes.NameOf(kind)}.");
    }

    /// <summary>Reads a finite number.</summary>
    public bool TryNumber(ref JsonCursor json, string? member, out double number)
    {
        number = 0;
        if (json.Peek() != JsonKind.Number) return FailKind(ref json, member, "a number");
        var at = json.At;
        number = json.ReadNumber();
        return double.IsFinite(number) || Fail(IssueCatalogue.CoordinateImpossible, at, member, "The number is too large to be one.");
    }

    /// <summary>Checks a fraction of the frame that was read at <paramref name="at"/>.</summary>
    public bool IsFraction(double value, int at, string? member)
    {
        if (value is >= 0 and <= 1) return true;
        if (Math.Abs(value) > Impossible)
            return Fail(IssueCatalogue.CoordinateImpossible, at, member, string.Create(CultureInfo.InvariantCulture, $"{value:R} can't be a fraction of the frame."));
        Outside(value, at, member);
        return true;
    }

    /// <summary>Checks a number that may be far from the frame, but not out of all reach.</summary>
    public bool IsWithin(double value, double limit, int at, string? member) => Math.Abs(value) <= limit
        || Fail(IssueCatalogue.CoordinateImpossible, at, member, string.Create(CultureInfo.InvariantCulture, $"{value:R} is beyond {limit:R}, where nothing is."));

    /// <summary>Checks a length that was read at <paramref name="at"/>.</summary>
    public bool IsExtent(double value, int at, string? member) => value > 0
        || Fail(IssueCatalogue.BoxWithoutExtent, at, member, string.Create(CultureInfo.InvariantCulture, $"{member ?? "The length"} is {value:R}."));

    /// <summary>Notes an angle that no editor writes.</summary>
    public void CheckTurn(double theta, int at)
    {
        if (theta is < 0 or > 360)
            Note(IssueCatalogue.RotationOutsideTurn, at, "theta", string.Create(CultureInfo.InvariantCulture, $"theta is {theta:R} degrees."));
    }

    /// <summary>Remembers a place outside the frame.</summary>
    public void Outside(double value, int at, string? member)
    {
        if (_outside++ == 0) _firstOutside = (_start + at, Path(member), value);
    }

    /// <summary>Ends the geometry: one note for all that lies outside the frame.</summary>
    public void End()
    {
        if (_outside == 0) return;
        var (at, path, value) = _firstOutside;
        var others = _outside == 1 ? "" : $" {_outside - 1} more coordinates of the object are outside too.";
        _findings.Note(IssueCatalogue.OutsideFrame, at, path, string.Create(CultureInfo.InvariantCulture, $"{value:R} is outside the frame, 0 to 1.{others}"));
    }

    private string Path(string? member)
    {
        var steps = string.Concat(_steps[.._depth].Select(static step => $"/{step}"));
        return $"/{Root}{steps}{(member is null ? "" : $"/{member}")}";
    }
}

using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// The second walk through a row: stops at every object and classification of every frame, in file order, at every object answer that may be
/// an object itself, and at every place where labels should be and something else is. Labels may be flat in the unit or keyed by frame.
/// </summary>
internal sealed partial class LabelWalk
{
    private readonly JsonWalker _json;
    private readonly RowIssues _issues;
    private readonly UnknownMembers _unknown;
    private readonly bool _stopAtAnswers;
    private readonly Stack<LabelLevel> _levels = new();
    private readonly Func<string> _pointerOfFrame;
    private readonly Utf8Strings _strings;
    private int _nextUnit;
    private int _nextSpace;
    private bool _flatBegun;
    private bool _atMember;
    private bool _taken;

    public LabelWalk(JsonSource source, RowIndex index, RowIssues issues, UnknownMembers unknown, Utf8Strings strings)
    {
        _json = new JsonWalker(source);
        _issues = issues;
        _unknown = unknown;
        _strings = strings;
        _stopAtAnswers = index.MayHaveRangeObjects;
        _nextSpace = index.DataUnits;
        Place = new FramePlace(index, strings);
        Pointer = PointerOfElement;
        _pointerOfFrame = PointerOfFrame;
    }

    /// <summary>What the walk stands at.</summary>
    public LabelStop Stop { get; private set; }

    /// <summary>The unit and frame it stands on.</summary>
    public FramePlace Place { get; }

    /// <summary>The key of the object answer it stands at.</summary>
    public string AnswerHash { get; private set; } = "";

    /// <summary>Index of the element in its list.</summary>
    public int Position { get; private set; }

    /// <summary>Offset of the element in the row.</summary>
    public long Offset => _json.Offset;

    /// <summary>JSON Pointer of the element, from the row on.</summary>
    public Func<string> Pointer { get; }

    /// <summary>The bytes of the element.</summary>
    public ReadOnlySpan<byte> Element => _json.Taken;

    /// <summary>The file of the frame, at <see cref="LabelStop.FrameEnd"/>; null where it is not said.</summary>
    public SliceFile? Slice { get; private set; }

    /// <summary>What is wrong, at <see cref="LabelStop.Trouble"/>.</summary>
    public Issue? Trouble { get; private set; }

    /// <summary>Goes on to the next stop; false at the end of the row.</summary>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (_taken) _json.Release();
        _taken = false;
        // Nearly every stop is the next element of a list and at hand.
        if (!_levels.TryPeek(out var level) || level is not (LabelLevel.Objects or LabelLevel.Classifications) || !_json.TryTakeNextElement())
            return WalkAsync(cancellationToken);
        Position++;
        Stop = level == LabelLevel.Objects ? LabelStop.Object : LabelStop.Classification;
        _taken = true;
        return new(true);
    }

    private async ValueTask<bool> WalkAsync(CancellationToken cancellationToken)
    {
        if (_levels.Count == 0) await BeginAsync(cancellationToken).ConfigureAwait(false);
        while (_levels.TryPeek(out var level))
        {
            if (level is LabelLevel.Objects or LabelLevel.Classifications)
            {
                if (!await _json.NextElementAsync(cancellationToken).ConfigureAwait(false)) _levels.Pop();
                else if (await TakeAsync(level, cancellationToken).ConfigureAwait(false)) return true;
            }
            else if (!_atMember && !await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
            {
                if (_json.RanOut) throw AnotherRow();
                _levels.Pop();
                Stop = LabelStop.FrameEnd;
                if (level == LabelLevel.Frame || (level == LabelLevel.Labels && _flatBegun)) return true;
            }
            else if (!await StepIntoAsync(level, cancellationToken).ConfigureAwait(false))
                return true;
            if (_json.RanOut) throw AnotherRow();
        }
        return false;
    }

    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (await _json.PeekAsync(cancellationToken).ConfigureAwait(false) != JsonKind.Object) throw AnotherRow();
        _json.Enter();
        _levels.Push(LabelLevel.Row);
    }

    private static InvalidDataException AnotherRow() => new("The bytes are not those of the row that was indexed.");

    /// <summary>Handles the member that was stepped to; false where it is a stop.</summary>
    private ValueTask<bool> StepIntoAsync(LabelLevel level, CancellationToken cancellationToken) => level switch
    {
        LabelLevel.Row => EnterOrSkipAsync(LevelOf(_json.Name), cancellationToken),
        LabelLevel.Units or LabelLevel.Spaces => EnterUnitAsync(level, cancellationToken),
        LabelLevel.Unit => EnterOrSkipAsync(_json.Name.SequenceEqual("labels"u8) ? LabelLevel.Labels : null, cancellationToken),
        LabelLevel.Answers => TakeAnswerAsync(cancellationToken),
        _ => EnterLabelsAsync(level, cancellationToken),
    };

    private LabelLevel? LevelOf(ReadOnlySpan<byte> member)
    {
        if (member.SequenceEqual("data_units"u8)) return LabelLevel.Units;
        if (member.SequenceEqual("spaces"u8)) return LabelLevel.Spaces;
        return _stopAtAnswers && member.SequenceEqual("object_answers"u8) ? LabelLevel.Answers : null;
    }

    private async ValueTask<bool> EnterOrSkipAsync(LabelLevel? level, CancellationToken cancellationToken)
    {
        if (level is { } wanted && await _json.PeekAsync(cancellationToken).ConfigureAwait(false) == JsonKind.Object)
        {
            _json.Enter();
            _levels.Push(wanted);
            _flatBegun = false;
            Slice = null;
        }
        else
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<bool> EnterUnitAsync(LabelLevel map, CancellationToken cancellationToken)
    {
        // The first reading counted the same way, so the units match by their place; their keys need not be told apart.
        if (await _json.PeekAsync(cancellationToken).ConfigureAwait(false) == JsonKind.Object) Place.Enter(map == LabelLevel.Units ? _nextUnit++ : _nextSpace++);
        return await EnterOrSkipAsync(LabelLevel.Unit, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> EnterLabelsAsync(LabelLevel level, CancellationToken cancellationToken)
    {
        LabelLevel? list = _json.Name.SequenceEqual("objects"u8) ? LabelLevel.Objects : _json.Name.SequenceEqual("classifications"u8) ? LabelLevel.Classifications : null;
        if (list is { } found)
        {
            if (level == LabelLevel.Labels && !_flatBegun)
            {
                Place.BeginFlat();
                _flatBegun = true;
            }
            return await EnterListAsync(found, cancellationToken).ConfigureAwait(false);
        }
        if (_json.Name.SequenceEqual("metadata"u8)) return await ReadSliceAsync(cancellationToken).ConfigureAwait(false);
        var kind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        // Behind flat labels an object without a digit in its name is no frame, but a member that is not known.
        if (level == LabelLevel.Labels && kind == JsonKind.Object && (!_flatBegun || _json.Name.ContainsAnyInRange((byte)'0', (byte)'9')))
        {
            if (_flatBegun) return EndFlat();
            _atMember = false;
            Place.Begin(_json.Name);
            return await EnterOrSkipAsync(LabelLevel.Frame, cancellationToken).ConfigureAwait(false);
        }
        if (level == LabelLevel.Labels && !_json.Name.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            var (pointer, offset) = ($"{PointerOfFrame()}/{Encoding.UTF8.GetString(_json.Name)}", _json.Offset);
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            return kind == JsonKind.Null || Stumble(offset, pointer, $"Expected a frame, found {JsonBytes.NameOf(kind)}.");
        }
        _unknown.Add(level == LabelLevel.Labels ? "labels" : "a frame", _json.Name, _json.NameOffset, _pointerOfFrame);
        return await EnterOrSkipAsync(null, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> ReadSliceAsync(CancellationToken cancellationToken)
    {
        if (!await _json.TakeAsync(cancellationToken).ConfigureAwait(false)) return await EnterOrSkipAsync(null, cancellationToken).ConfigureAwait(false);
        Slice = SliceFileReader.Read(_json.Taken, _strings);
        _json.Release();
        return true;
    }

    /// <summary>Stops at the end of the flat frame, since a keyed one follows in the same object. The walk stays at its member; the result is always false.</summary>
    private bool EndFlat()
    {
        _flatBegun = false;
        _atMember = true;
        Stop = LabelStop.FrameEnd;
        return false;
    }

    /// <summary>Stops at something that should hold labels and can't; the result is always false.</summary>
    private bool Stumble(long offset, string pointer, string message)
    {
        Stop = LabelStop.Trouble;
        Trouble = _issues.At(IssueCatalogue.UnusableContainer, offset, pointer, message);
        return false;
    }

    private string PointerOfFrame() => Place.Pointer(_levels.Contains(LabelLevel.Frame));
}

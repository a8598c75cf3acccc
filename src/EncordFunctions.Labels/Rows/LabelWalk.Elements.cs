using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Rows;

/// <content>The lists of a frame, and the single elements that the walk stops at.</content>
internal sealed partial class LabelWalk
{
    private async ValueTask<bool> EnterListAsync(LabelLevel list, CancellationToken cancellationToken)
    {
        var name = list == LabelLevel.Objects ? "objects" : "classifications";
        var kind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        var offset = _json.Offset;
        if (kind == JsonKind.List)
        {
            _json.Enter();
            _levels.Push(list);
            Position = -1;
            return true;
        }
        // The vendor's page writes the empty list as {}.
        var empty = kind == JsonKind.Null;
        if (kind == JsonKind.Object)
        {
            _json.Enter();
            empty = true;
            while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
            {
                empty = false;
                await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        else
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        return empty || Stumble(offset, $"{PointerOfFrame()}/{name}", $"Expected a list of {name}, found {JsonBytes.NameOf(kind)}; nothing in it is read.");
    }

    /// <summary>Stops at the object answer that was stepped to; one too long for that was reported by the first reading.</summary>
    private async ValueTask<bool> TakeAnswerAsync(CancellationToken cancellationToken)
    {
        AnswerHash = Encoding.UTF8.GetString(_json.Name);
        Stop = LabelStop.Answer;
        _taken = await _json.TakeAsync(cancellationToken).ConfigureAwait(false);
        if (_taken) return false;
        if (_json.RanOut) throw AnotherRow();
        await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<bool> TakeAsync(LabelLevel level, CancellationToken cancellationToken)
    {
        Position++;
        Stop = level == LabelLevel.Objects ? LabelStop.Object : LabelStop.Classification;
        var offset = _json.Offset;
        _taken = await _json.TakeAsync(cancellationToken).ConfigureAwait(false);
        if (_taken) return true;
        if (_json.RanOut) throw AnotherRow();
        await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        Stop = level == LabelLevel.Objects ? LabelStop.LostObject : LabelStop.LostClassification;
        Trouble = _issues.At(IssueCatalogue.ValueTooLong, offset, PointerOfElement(), $"The value is {_json.Offset - offset} bytes long, more than {JsonWalker.LongestValue}.") with { Frame = Place.Frame.Number };
        return true;
    }

    private string PointerOfElement()
    {
        if (_levels.Peek() == LabelLevel.Answers) return JsonPointer.Append("/object_answers", AnswerHash);
        return $"{PointerOfFrame()}/{(_levels.Peek() == LabelLevel.Objects ? "objects" : "classifications")}/{Position}";
    }
}

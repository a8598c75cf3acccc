using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>The first reading of a row. See <see cref="RowIndex"/> for what it keeps.</summary>
internal sealed class RowIndexer
{
    private readonly JsonSource _source;
    private readonly JsonWalker _json;
    private readonly RowIssues _issues;
    private readonly KeptIssues _kept;
    private readonly Findings _findings = new();
    private readonly UnknownMembers _unknown = new();
    private readonly HeaderReader _header;
    private readonly UnitIndexer _units;
    private readonly AnswerIndexer _answers;
    private readonly StringBuilder _membersSeen = new();
    private JsonKind? _unitsKind;
    private long _unitsOffset;
    private long _dataTypeOffset;

    public RowIndexer(RowPlace place, JsonSource source)
    {
        _source = source;
        _json = new JsonWalker(source);
        _issues = new RowIssues(place);
        _kept = new KeptIssues(_issues);
        var values = new MemberValues(new Utf8Strings(), _findings);
        _header = new HeaderReader(values);
        _units = new UnitIndexer(_json, values, _findings, _kept, _unknown);
        _answers = new AnswerIndexer(_json, values, _findings, _kept, _unknown);
    }

    public async ValueTask<RowIndexing> RunAsync(CancellationToken cancellationToken)
    {
        var root = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        if (root == JsonKind.Object) await ReadRowAsync(cancellationToken).ConfigureAwait(false);
        else await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
        // What follows the value is white space or a fault; the validator has to see it.
        await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
        _issues.LabelHash = _header.Header.LabelHash;
        var reason = WhyUnreadable(root);
        return reason is null ? new RowIndexing.Readable(MakeIndex()) : new RowIndexing.Unreadable(_header.Header, [reason]);
    }

    private async ValueTask ReadRowAsync(CancellationToken cancellationToken)
    {
        _json.Enter();
        while (await _json.NextMemberAsync(cancellationToken).ConfigureAwait(false))
        {
            RememberMember();
            if (_json.Name.SequenceEqual("data_units"u8))
            {
                _unitsKind = await _json.PeekAsync(cancellationToken).ConfigureAwait(false);
                _unitsOffset = _json.Offset;
                await _units.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (AnswerIndexer.KindOf(_json.Name) is { } answers)
                await _answers.ReadAsync(answers, cancellationToken).ConfigureAwait(false);
            else
                await ReadMemberAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ReadMemberAsync(CancellationToken cancellationToken)
    {
        if (HeaderReader.IsIgnored(_json.Name))
        {
            await _json.SkipAsync(cancellationToken).ConfigureAwait(false);
            return;
        }
        if (await _json.TakeAsync(cancellationToken).ConfigureAwait(false))
        {
            var cursor = new JsonCursor(_json.Taken);
            _findings.Clear();
            if (_json.Name.SequenceEqual("data_type"u8)) _dataTypeOffset = _json.Offset;
            if (_header.TryRead(_json.Name, ref cursor))
                _kept.Add(_findings, _json.Offset, JsonPointer.Append("", Encoding.UTF8.GetString(_json.Name)));
            else
                _unknown.Add("a label row", _json.Name, _json.NameOffset, static () => "");
            _json.Release();
        }
        else
            await _kept.SkipTooLongAsync(_json, JsonPointer.Append("", Encoding.UTF8.GetString(_json.Name)), cancellationToken).ConfigureAwait(false);
    }

    private void RememberMember()
    {
        if (_membersSeen.Length > 200) return;
        _membersSeen.Append(_membersSeen.Length == 0 ? "" : ", ").Append(Encoding.UTF8.GetString(_json.Name[..Math.Min(_json.Name.Length, 64)]));
    }

    private Issue? WhyUnreadable(JsonKind root)
    {
        var header = _header.Header;
        if (_source.Fault is { } fault) return _issues.At(IssueCatalogue.MalformedJson, fault.Offset, fault.Pointer, $"The row is not JSON: {fault.Message}.");
        if (root != JsonKind.Object) return _issues.At(IssueCatalogue.NotALabelRow, 0, "", $"Expected a label row, found {JsonBytes.NameOf(root)}.");
        if (_unitsKind is null && header.LabelHash is null && header.DataType is null)
            return _issues.At(IssueCatalogue.NotALabelRow, 0, "", $"Expected a label row, found {LooksLike()}");
        if (_unitsKind is null) return _issues.At(IssueCatalogue.NoDataUnits, 0, "", "The row has no data_units, so nothing in it has a place.");
        if (_unitsKind != JsonKind.Object)
            return _issues.At(IssueCatalogue.NoDataUnits, _unitsOffset, "/data_units", $"data_units is {JsonBytes.NameOf(_unitsKind.Value)}, not an object of data units.");
        if (header.DataType is null) return _issues.At(IssueCatalogue.NoDataType, 0, "", "The row has no data_type, so its labels can't be understood.");
        return RowModality.IsRead(header.DataType)
            ? null
            : _issues.At(IssueCatalogue.DataTypeNotRead, _dataTypeOffset, "/data_type", $"Rows of data type \"{header.DataType}\" are not read yet.");
    }

    private IEnumerable<Issue> RepeatedKeys()
    {
        var repeats = _source.Repeats;
        foreach (var (offset, pointer) in repeats)
        {
            var key = pointer[(pointer.LastIndexOf('/') + 1)..];
            yield return _issues.At(
                IssueCatalogue.KeyRepeated, offset, pointer, $"The key \"{key}\" stood in its object before; the last value is used, but repeated units and lists are all read.");
        }
        var others = _source.RepeatCount - repeats.Count;
        if (others > 0) yield return _issues.At(IssueCatalogue.KeyRepeated, repeats[^1].Offset, "", $"{others} more keys are repeated further on.");
    }

    private string LooksLike()
    {
        var seen = _membersSeen.ToString().Split(", ");
        if (seen.Contains("images") && seen.Contains("annotations")) return "a COCO file (images, annotations). Upload the export that Encord made.";
        if (seen.Contains("objects") && seen.Contains("classifications")) return "an ontology or a single frame (objects, classifications).";
        return _membersSeen.Length == 0 ? "an empty object." : $"an object with the members {_membersSeen}.";
    }

    private RowIndex MakeIndex()
    {
        var header = _header.Header;
        var issues = new List<Issue>();
        if (header.LabelHash is null)
            issues.Add(_issues.At(IssueCatalogue.NoLabelHash, 0, "", "The row has no label_hash; its data hash and branch identify it."));
        issues.AddRange(RepeatedKeys());
        issues.AddRange(_kept.All());
        return new RowIndex
        {
            Header = header,
            Units = _units.Units,
            Slices = _units.Slices,
            StaticAnswers = _answers.Static,
            DynamicAnswers = _answers.Dynamic,
            Classifications = _answers.Classifications,
            Issues = issues,
            Unknown = _unknown,
        };
    }
}

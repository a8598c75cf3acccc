using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Ontologies;
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
    private readonly LabelIndexer _labels;
    private readonly UnitIndexer _units;
    private readonly UnitIndexer _spaces;
    private readonly AnswerIndexer _answers;
    private readonly RowExtra _extra = new();
    private readonly StringBuilder _membersSeen = new();
    private long _dataTypeOffset;

    public RowIndexer(RowPlace place, JsonSource source, Utf8Strings strings, Ontology? ontology)
    {
        _source = source;
        _json = new JsonWalker(source);
        _issues = new RowIssues(place);
        _kept = new KeptIssues(_issues);
        var values = new MemberValues(strings, _findings);
        _header = new HeaderReader(values);
        _labels = new LabelIndexer(_json, values, _findings, _kept);
        _units = new UnitIndexer("/data_units", () => new UnitReader(values), _json, _findings, _kept, _unknown, _extra, _labels);
        _spaces = new UnitIndexer("/spaces", () => new SpaceReader(values), _json, _findings, _kept, _unknown, _extra, _labels);
        _answers = new AnswerIndexer(_json, values, _findings, _kept, _unknown, ontology);
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
            if (_json.Name.SequenceEqual("data_units"u8)) await _units.ReadAsync(MayBeScene, cancellationToken).ConfigureAwait(false);
            else if (_json.Name.SequenceEqual("spaces"u8)) await _spaces.ReadAsync(false, cancellationToken).ConfigureAwait(false);
            else if (AnswerIndexer.KindOf(_json.Name) is { } answers)
                await _answers.ReadAsync(answers, cancellationToken).ConfigureAwait(false);
            else
                await ReadMemberAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the row is a scene as far as is known by now: its data type may stand after its labels.</summary>
    private bool MayBeScene => RowModality.HasStreams(_header.Header.DataType);

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
            {
                _unknown.Add("a label row", _json.Name, _json.NameOffset, static () => "");
                _extra.Add(_json.Name, _json.Taken);
            }
            _json.Release();
        }
        else
            await _kept.SkipTooLongAsync(_json, JsonPointer.Append("", Encoding.UTF8.GetString(_json.Name)), cancellationToken).ConfigureAwait(false);
    }

    private void RememberMember()
    {
        if (_membersSeen.Length > 200) return;
        _membersSeen.Append(_membersSeen.Length == 0 ? "" : ", ").Append(Shown.Name(_json.Name));
    }

    private Issue? WhyUnreadable(JsonKind root)
    {
        var header = _header.Header;
        if (_source.Fault is { } fault) return _issues.At(IssueCatalogue.MalformedJson, fault.Offset, fault.Pointer, $"The row is not JSON: {fault.Message}.");
        if (root != JsonKind.Object) return _issues.At(IssueCatalogue.NotALabelRow, 0, "", $"Expected a label row, found {JsonBytes.NameOf(root)}.");
        if (_units.Kind is null && _spaces.Kind is null && header.LabelHash is null && header.DataType is null)
            return _issues.At(IssueCatalogue.NotALabelRow, 0, "", $"Expected a label row, found {LooksLike()}");
        // Of deleted data nothing but the row may be left.
        if (_units.Kind == JsonKind.Object || _spaces.Kind == JsonKind.Object || header.DataType == "deleted") return null;
        return _units.Kind is { } kind
            ? _issues.At(IssueCatalogue.NoDataUnits, _units.Offset, "/data_units", $"data_units is {JsonBytes.NameOf(kind)}, not an object of data units.")
            : _issues.At(IssueCatalogue.NoDataUnits, 0, "", "The row has neither data_units nor spaces, so nothing in it has a place.");
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
        var header = _header.Header with { Extra = _extra.ToJson() };
        return new RowIndex
        {
            Header = header,
            Units = [.. _units.Units, .. _spaces.Units],
            DataUnits = _units.Units.Count,
            Slices = [.. _units.Slices, .. _spaces.Slices],
            StaticAnswers = _answers.Static,
            DynamicAnswers = _answers.Dynamic,
            Answered = _answers.Answered,
            Events = EventsOf(header),
            Classifications = _answers.Classifications,
            Issues = [.. Remarks(header), .. RepeatedKeys(), .. _kept.All()],
            Unknown = _unknown,
        };
    }

    /// <summary>The events of the objects, where the row is a continuous scene: it says so, or an object says that something happens to it.</summary>
    private SceneEvents? EventsOf(LabelRowHeader header)
    {
        var continuous = RowModality.HasStreams(header.DataType) && (header.IsContinuous ?? _labels.Events.HasMarks);
        if (!continuous) return null;
        _labels.Events.Sort();
        return _labels.Events;
    }

    private IEnumerable<Issue> Remarks(LabelRowHeader header)
    {
        if (header.LabelHash is null)
            yield return _issues.At(IssueCatalogue.NoLabelHash, 0, "", "The row has no label_hash; its data hash and branch identify it.");
        if (header.DataType is null)
            yield return _issues.At(IssueCatalogue.NoDataType, 0, "", "The row has no data_type; it is read by what its labels look like.");
        else if (header.DataType == "deleted")
            yield return _issues.At(IssueCatalogue.DataDeleted, _dataTypeOffset, "/data_type", "The data of the row was deleted; what is left of its labels is read.");
        else if (!RowModality.IsKnown(header.DataType))
            yield return _issues.At(IssueCatalogue.UnknownDataType, _dataTypeOffset, "/data_type", $"Data type \"{header.DataType}\" is not known; the row is read by what its labels look like.");
    }
}

using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Ontologies;
using EncordFunctions.Labels.Shapes;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Rows;

/// <summary>
/// Reads an entry of <c>object_answers</c> that is an object itself: of audio, text and time series, and on such spaces. Each of its ranges is
/// one annotation.
/// </summary>
internal sealed class RangeObjectReader
{
    private const int LongestExtra = 16 * 1024;

    private sealed record Entry(ObjectMembers Members, IReadOnlyList<FrameRange> Spans, IReadOnlyList<LabelRange.Html> Html, List<SpaceRanges> Spaces, string? Extra, int RangeAt);

    private readonly RowIndex _index;
    private readonly RowIssues _issues;
    private readonly Findings _findings;
    private readonly MemberValues _values;
    private readonly RangeReader _ranges;
    private readonly SpaceRangesReader _spaceRanges;
    private readonly ObjectInstances _instances;
    private readonly SpacesByHash _spaces;
    private readonly Ontology? _ontology;
    private readonly ClassCheck? _classes;

    public RangeObjectReader(
        RowIndex index, RowIssues issues, Findings findings, MemberValues values, ObjectInstances instances, SpacesByHash spaces, Ontology? ontology, ClassCheck? classes)
    {
        _index = index;
        _issues = issues;
        _findings = findings;
        _values = values;
        _ranges = new RangeReader(values, findings);
        _spaceRanges = new SpaceRangesReader(values, _ranges);
        _instances = instances;
        _spaces = spaces;
        (_ontology, _classes) = (ontology, classes);
    }

    /// <summary>Adds what the entry the walk stands at is: annotations, skips, or nothing where its object stands on frames.</summary>
    public void Read(LabelWalk walk, List<RowEvent> events)
    {
        var json = new JsonCursor(walk.Element);
        // The first reading has said that it is none.
        if (json.Peek() != JsonKind.Object) return;
        var hash = walk.AnswerHash;
        var entry = ReadEntry(ref json);
        if (entry.Members.IsDeleted)
            _findings.Note(IssueCatalogue.MarkedDeleted, entry.Members.IsDeletedAt, "/isDeleted", "The object is marked as deleted; like the vendor's SDK, it is kept.");
        var before = events.Count;
        ReadOnData(hash, entry, events);
        foreach (var space in entry.Spaces) ReadOnSpace(hash, entry, space, events);
        if (events.Count == before && _findings.Failure is null) return;
        var instance = _instances.Meet(hash);
        if (instance.IsRange)
        {
            events.RemoveRange(before, events.Count - before);
            _findings.Fail(IssueCatalogue.ObjectRepeated, 0, "", $"Object {hash} stood in object_answers before.");
        }
        instance.IsRange = true;
        foreach (var note in _findings.Notes) events.Add(new RowEvent.IssueFound(IssueAt(note, walk, hash)));
        if (_findings.Failure is { } failure) events.Add(new RowEvent.AnnotationSkipped(IssueAt(failure, walk, hash)));
    }

    private Issue IssueAt(Finding finding, LabelWalk walk, string hash) => _issues.At(finding, walk.Offset, walk.Pointer()) with { ObjectHash = hash };

    private void ReadOnData(string hash, Entry entry, List<RowEvent> events)
    {
        var ofRange = RowModality.IsRange(_index.Header.DataType);
        var isEmpty = entry.Spans.Count == 0 && entry.Html.Count == 0;
        if (ofRange && isEmpty && entry.Spaces.Count == 0)
            _findings.Fail(IssueCatalogue.ObjectWithoutRange, entry.RangeAt, entry.RangeAt > 0 ? "/range" : "", "The object has no range that can be read, so it is nowhere.");
        // A data type that says nothing about its layout: an answer with a class and a range is an object.
        if (isEmpty || !(ofRange || (RowModality.IsOpen(_index.Header.DataType) && entry.Members.FeatureHash is not null))) return;
        var unit = _index.DataUnits > 0 ? _index.Units[0] : new DataUnit(_index.Header.DataHash ?? "", _index.Header.DataTitle, null, 0, default, null);
        var shape = RowModality.SpanOf(_index.Header.DataType) ?? SpanOf(entry.Members.Shape, unit.MimeType, entry.Html.Count > 0);
        Add(hash, entry, unit, shape, entry.Spans, entry.Html, entry.RangeAt, "/range", events);
    }

    private void ReadOnSpace(string hash, Entry entry, SpaceRanges on, List<RowEvent> events)
    {
        var path = JsonPointer.Append("/spaces", on.Space);
        if (_spaces.Find(on.Space) is not { } space)
        {
            // An object that stands on frames says here on which spaces; only one that is a range is lost with its space.
            if (on.Spans.Count > 0 || on.Html.Count > 0)
                _findings.Fail(IssueCatalogue.SpaceUnknown, on.At, path, $"The row has no space \"{on.Space}\", so the object's ranges on it are nowhere.");
        }
        else if (RowModality.SpanOfSpace(space.SpaceType) is { } shape)
        {
            if (on.Spans.Count == 0 && on.Html.Count == 0)
                _findings.Fail(IssueCatalogue.ObjectWithoutRange, on.At, path, $"The object has no range on {on.Space} that can be read, so it is nowhere on it.");
            Add(hash, entry, space, shape, on.Spans, on.Html, on.At, path, events);
        }
    }

    private void Add(
        string hash, Entry entry, DataUnit unit, string shape, IReadOnlyList<FrameRange> spans, IReadOnlyList<LabelRange.Html> html, int at, string path, List<RowEvent> events)
    {
        var position = 0;
        if (FileExtent.LastOf(unit, _index.Header) is { } last && spans.Any(span => span.End > last))
        {
            var beyond = spans.First(span => span.End > last);
            _findings.Note(IssueCatalogue.RangeBeyondFile, at, path, $"[{beyond.Start}, {beyond.End}] ends past {last}, the last place of the file.");
        }
        if (spans.Count + html.Count > 0) _classes?.Object(entry.Members.FeatureHash, entry.Members.Name, shape, _instances.Meet(hash).Flat, _findings);
        foreach (var range in spans.Select(LabelRange (span) => new LabelRange.Span(span.Start, span.End)).Concat(html))
            events.Add(new RowEvent.AnnotationRead(Make(hash, entry, unit, shape, range, position++)));
    }

    private Annotation Make(string hash, Entry entry, DataUnit unit, string shape, LabelRange range, int position)
    {
        var members = entry.Members;
        var known = _ontology?.FindObject(members.FeatureHash);
        return new Annotation
        {
            Unit = unit,
            Range = range,
            Position = position,
            ObjectHash = hash,
            FeatureHash = members.FeatureHash,
            Name = members.Name ?? known?.Name,
            Value = members.Value,
            Color = members.Color ?? known?.Color,
            Shape = new Span(shape),
            Confidence = members.Confidence ?? 1,
            ManualAnnotation = members.ManualAnnotation ?? true,
            CreatedBy = members.CreatedBy,
            CreatedAt = members.CreatedAt,
            LastEditedBy = members.LastEditedBy,
            LastEditedAt = members.LastEditedAt,
            Attributes = _instances.Meet(hash).Over(unit, range),
            Extra = entry.Extra,
        };
    }

    private Entry ReadEntry(ref JsonCursor json)
    {
        var members = default(ObjectMembers);
        IReadOnlyList<FrameRange> spans = [];
        IReadOnlyList<LabelRange.Html> html = [];
        List<SpaceRanges> spaces = [];
        JsonExtra? extra = null;
        var (left, rangeAt) = (LongestExtra, 0);
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("range"u8) || name.SequenceEqual("range_html"u8))
            {
                rangeAt = json.At;
                _ranges.Read(ref json, $"/{_values.Strings.Get(name)}");
                if (_ranges.Spans.Count > 0) spans = [.. _ranges.Spans];
                if (_ranges.Html.Count > 0) html = [.. _ranges.Html];
            }
            else if (name.SequenceEqual("spaces"u8)) spaces = _spaceRanges.Read(ref json);
            else if (!members.TryRead(name, ref json, _values))
            {
                var value = json.Skip();
                if (!name.SequenceEqual("classifications"u8) && !ObjectAnswerReader.IsOfRangeObject(name)) (extra ??= new JsonExtra()).Add(name, value, ref left);
            }
        }
        return new Entry(members, spans, html, spaces, extra?.ToJson(), rangeAt);
    }

    private static string SpanOf(string? stated, string? mimeType, bool isHtml)
    {
        if (stated is "audio" or "text" or "time_range") return stated;
        if (isHtml || mimeType?.StartsWith("text/", StringComparison.Ordinal) == true) return "text";
        return mimeType?.StartsWith("audio/", StringComparison.Ordinal) == true ? "audio" : "time_range";
    }
}

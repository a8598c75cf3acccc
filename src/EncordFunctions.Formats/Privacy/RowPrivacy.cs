using System.Security.Cryptography;
using System.Text;
using EncordFunctions.Labels.Privacy;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Privacy;

/// <summary>
/// Treats the private values of one row where it is read, so that whatever is written of it gets no others. What has none is passed on as it is:
/// where addresses are kept, an annotation costs two comparisons. Titles, names and answers are content and stay.
/// </summary>
/// <param name="policy">What becomes of them.</param>
public sealed class RowPrivacy(PrivacyPolicy policy)
{
    private const int MostKnown = 1_000;

    private readonly Dictionary<string, string?> _people = new(StringComparer.Ordinal);
    private readonly bool _keepsPeople = policy.RuleOf(PrivateKind.Email) == PrivacyRule.Keep;
    private Frame? _frame;
    private Frame? _treated;

    /// <summary>What the first reading brought.</summary>
    public RowIndexing Of(RowIndexing indexing) => indexing switch
    {
        RowIndexing.Readable readable => readable with { Index = Of(readable.Index) },
        RowIndexing.Unreadable unreadable => unreadable with { Header = Of(unreadable.Header) },
        _ => throw new NotSupportedException($"An indexing {indexing.GetType().Name} that nothing handles."),
    };

    /// <summary>What the second reading brings.</summary>
    public RowEvent Of(RowEvent rowEvent) => rowEvent switch
    {
        RowEvent.AnnotationRead read => Of(read),
        RowEvent.FrameRead read => Of(read),
        RowEvent.ClassificationRead { Classification: var read } when !_keepsPeople =>
            new RowEvent.ClassificationRead(read with { CreatedBy = Person(read.CreatedBy), LastEditedBy = Person(read.LastEditedBy) }),
        _ => rowEvent,
    };

    private RowIndex Of(RowIndex index) => index with { Header = Of(index.Header), Units = [.. index.Units.Select(Of)] };

    private LabelRowHeader Of(LabelRowHeader header) => header with
    {
        VideoLink = policy.Url(header.VideoLink),
        AssignedUserEmail = Person(header.AssignedUserEmail),
        LastActionedByUserEmail = Person(header.LastActionedByUserEmail),
        ExportHistory = [.. header.ExportHistory.Select(export => export with { UserEmail = Person(export.UserEmail) })],
        ClientMetadata = policy.Json(header.ClientMetadata),
        Extra = policy.Json(header.Extra),
    };

    private DataUnit Of(DataUnit unit) => unit with
    {
        Link = policy.Url(unit.Link),
        Scene = unit.Scene is { } scene ? scene with { Uri = policy.Url(scene.Uri) } : null,
    };

    private RowEvent.AnnotationRead Of(RowEvent.AnnotationRead read)
    {
        var annotation = read.Annotation;
        var (frame, extra) = (Of(annotation.Frame), policy.Json(annotation.Extra));
        if (_keepsPeople && ReferenceEquals(frame, annotation.Frame) && ReferenceEquals(extra, annotation.Extra)) return read;
        return new RowEvent.AnnotationRead(annotation with
        {
            Frame = frame,
            Extra = extra,
            CreatedBy = Person(annotation.CreatedBy),
            LastEditedBy = Person(annotation.LastEditedBy),
        });
    }

    private RowEvent.FrameRead Of(RowEvent.FrameRead read)
    {
        var (frame, uri) = (Of(read.Frame)!, policy.Url(read.Slice?.Uri));
        return ReferenceEquals(frame, read.Frame) && ReferenceEquals(uri, read.Slice?.Uri)
            ? read
            : read with { Frame = frame, Slice = read.Slice is { } slice ? slice with { Uri = uri } : null };
    }

    /// <summary>The frame of a scene's camera goes by the link of its file. It must be told from others, so of a link that is dropped a digest is left.</summary>
    private Frame? Of(Frame? frame)
    {
        if (frame?.Stream is not { } stream || !stream.Contains("://", StringComparison.Ordinal)) return frame;
        if (ReferenceEquals(frame, _frame)) return _treated;
        var left = policy.Url(stream) ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Link.Bare(stream))).AsSpan(0, 8));
        (_frame, _treated) = (frame, ReferenceEquals(left, stream) ? frame : frame with { Stream = left });
        return _treated;
    }

    private string? Person(string? address)
    {
        if (_keepsPeople || address is null) return address;
        if (_people.TryGetValue(address, out var known)) return known;
        if (_people.Count == MostKnown) _people.Clear();
        return _people[address] = policy.Email(address);
    }
}

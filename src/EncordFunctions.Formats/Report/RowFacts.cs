using System.Buffers;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Report;

/// <summary>What the report has to know of a row, or of all rows together, in a size that does not depend on theirs.</summary>
internal sealed class RowFacts(int mostNames, int mostDays)
{
    private DataUnit? _unit;
    private Frame? _frame;
    private (DateOnly Day, string Name) _day;

    public long Annotations { get; private set; }

    public long Classifications { get; private set; }

    /// <summary>Annotations and classifications that can't be used.</summary>
    public long Dropped { get; private set; }

    /// <summary>Frames, slices or pages with at least one annotation.</summary>
    public long Frames { get; private set; }

    /// <summary>Annotations drawn by people.</summary>
    public long Manual { get; private set; }

    public long Errors { get; private set; }

    public long Warnings { get; private set; }

    /// <summary>Who drew how many.</summary>
    public NameTally Makers { get; } = new(mostNames);

    /// <summary>Who changed how many last.</summary>
    public NameTally Editors { get; } = new(mostNames);

    /// <summary>How many were drawn on which day, as <c>yyyy-MM-dd</c>.</summary>
    public NameTally Days { get; } = new(mostDays);

    public BoxFacts Boxes { get; } = new();

    public ClassColours Colours { get; } = new(mostNames);

    public void Add(Annotation annotation)
    {
        Annotations++;
        if (annotation.ManualAnnotation) Manual++;
        if (annotation.CreatedBy is { } maker) Makers.Add(maker);
        if (annotation.LastEditedBy is { } editor) Editors.Add(editor);
        if (annotation.CreatedAt is { } time) Days.Add(NameOf(DateOnly.FromDateTime(time.UtcDateTime)));
        Colours.Add(annotation.FeatureHash, annotation.Name, annotation.Color);
        if (annotation.Frame is not { } frame) return;
        // The annotations of a frame come one behind the other.
        if (!ReferenceEquals(annotation.Unit, _unit) || frame.Number != _frame?.Number || frame.Stream != _frame.Stream) Frames++;
        (_unit, _frame) = (annotation.Unit, frame);
        if (annotation.Shape.Bounds is { } box) Boxes.Add(box, frame.Size);
    }

    public void AddClassification() => Classifications++;

    public void AddDropped() => Dropped++;

    public void Add(Issue issue)
    {
        if (issue.Code.Severity == Severity.Error) Errors++;
        if (issue.Code.Severity == Severity.Warning) Warnings++;
    }

    public void WriteTo(IBufferWriter<byte> record)
    {
        foreach (var count in (ReadOnlySpan<long>)[Annotations, Classifications, Dropped, Frames, Manual, Errors, Warnings]) record.WriteWhole(count);
        Makers.WriteTo(record);
        Editors.WriteTo(record);
        Days.WriteTo(record);
        Boxes.WriteTo(record);
        Colours.WriteTo(record);
    }

    /// <summary>Adds what <see cref="WriteTo"/> has written.</summary>
    public void AddFrom(ref RecordReader record)
    {
        Annotations += record.ReadWhole();
        Classifications += record.ReadWhole();
        Dropped += record.ReadWhole();
        Frames += record.ReadWhole();
        Manual += record.ReadWhole();
        Errors += record.ReadWhole();
        Warnings += record.ReadWhole();
        Makers.AddFrom(ref record);
        Editors.AddFrom(ref record);
        Days.AddFrom(ref record);
        Boxes.AddFrom(ref record);
        Colours.AddFrom(ref record);
    }

    private string NameOf(DateOnly day)
    {
        if (_day.Name is null || day != _day.Day) _day = (day, day.ToString("o"));
        return _day.Name;
    }
}

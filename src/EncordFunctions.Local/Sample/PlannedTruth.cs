using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Local.Sample;

/// <summary>What must be read back of a planned row.</summary>
internal static class PlannedTruth
{
    public static RowTruth Of(RowPlan plan)
    {
        var files = plan.SpacesFirst ? plan.Spaces.Concat(plan.Units) : plan.Units.Concat(plan.Spaces);
        var placed = files
            .SelectMany(unit => unit.Frames.Select(frame => (unit, frame)))
            .SelectMany(at => at.frame.Placements.Select((placement, position) => (at.unit, at.frame, placement, position)))
            .ToArray();
        return new RowTruth
        {
            LabelHash = plan.LabelHash,
            DataHash = plan.DataHash,
            Title = plan.Title,
            DataType = plan.DataType,
            Annotations =
            [
                .. placed.Where(at => at.placement.Shape is not null).Select(at => OnFrame(at.unit, at.frame, at.placement, at.position)),
                .. plan.Ranges.Where(range => range.Unit.SpaceType is null).Select(range => OverRange(plan, range)),
                .. plan.Spaces.SelectMany(space => plan.Ranges.Where(range => range.Unit == space).Select(range => OverRange(plan, range))),
            ],
            Classifications =
            [
                .. plan.Classifications.Select(one => new ClassificationTruth(
                    one.Hash,
                    one.FeatureHash,
                    one.Ranges,
                    [.. SampleAnswer.Flat(one.Answers).Select(answer => answer.TruthOf(one.Name, dynamic: false))],
                    one.Space?.Hash)),
            ],
            Faults = placed.Count(at => at.placement.Fault is not null),
        };
    }

    private static AnnotationTruth OnFrame(UnitPlan unit, FramePlan frame, Placement placement, int position) => new()
    {
        DataUnitHash = unit.Hash,
        Frame = frame.Number,
        Stream = frame.Stream,
        Range = placement.Event is null ? null : UntilTheNextEvent(unit, frame, placement.Object),
        Event = placement.Event,
        Position = position,
        Width = frame.Width,
        Height = frame.Height,
        Object = placement.Object,
        Shape = placement.Shape!,
        Attributes = placement.Object.AttributesOn(frame.Number),
    };

    private static AnnotationTruth OverRange(RowPlan plan, RangePlacement one) => new()
    {
        DataUnitHash = one.Unit.Hash,
        Frame = null,
        Range = one.Range,
        Position = plan.Ranges.Where(other => other.Object == one.Object && other.Unit == one.Unit).TakeWhile(other => other != one).Count(),
        Width = 0,
        Height = 0,
        Object = one.Object,
        Shape = new ShapeTruth.Span(one.Object.Shape!),
        Attributes = one.Range is LabelRange.Span { Start: var start, End: { } end }
            ? one.Object.AttributesOver(start, end)
            : [.. one.Object.StaticAttributes.Select(attribute => attribute.TruthOf(one.Object.Class, dynamic: false))],
    };

    private static LabelRange.Span UntilTheNextEvent(UnitPlan unit, FramePlan from, SampleObject of)
    {
        var next = unit.Frames.Where(frame => frame.Number > from.Number && frame.Placements.Any(placement => placement.Object == of)).MinBy(frame => frame.Number);
        return new LabelRange.Span(from.Number, next?.Number - 1);
    }
}

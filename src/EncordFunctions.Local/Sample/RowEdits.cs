namespace EncordFunctions.Local.Sample;

/// <summary>Makes a built row anew as a later export has it: exported a day after, and edited where somebody did.</summary>
internal static class RowEdits
{
    /// <summary>The row with those of the edits that are of it.</summary>
    public static SampleRow Later(SampleRow row, IEnumerable<ObjectEdit> edits)
    {
        if (row.Plan is not { } plan) return row;
        plan.ExportedAt = RowPlan.Start.AddDays(1).AddHours(2);
        var truth = new List<EditTruth>();
        foreach (var edit in edits.Where(edit => edit.Title == plan.Title))
        {
            plan.EditedAt = RowPlan.Start.AddDays(1);
            truth.Add(new EditTruth(edit, plan.LabelHash, Apply(plan, edit).ObjectHash));
        }
        return SampleRow.Of(plan) with { Edits = truth };
    }

    private static SampleObject Apply(RowPlan plan, ObjectEdit edit)
    {
        var of = edit is ObjectEdit.Add { Name: var added } ? plan.Object(added) : plan.Objects[edit.Number];
        switch (edit)
        {
            case ObjectEdit.Move(_, _, var dx, var dy):
                Each(plan, of, placement => placement with { Shape = placement.Shape?.MovedBy(dx, dy) });
                break;
            case ObjectEdit.Relabel(_, _, var name):
                of.Relabel(name);
                break;
            case ObjectEdit.Reattribute(_, _, var answer):
                of.Answer(answer);
                break;
            case ObjectEdit.Remove:
                of.IsDeleted = true;
                Each(plan, of, static _ => null);
                plan.Ranges.RemoveAll(range => range.Object == of);
                break;
            case ObjectEdit.Add(_, _, _, var x, var y, var w, var h):
                of.Shape = "bounding_box";
                plan.Units.Concat(plan.Spaces).First(static unit => unit.Frames.Count > 0).Frames[0].Placements
                    .Add(new Placement(of) { Shape = new ShapeTruth.Box(x, y, w, h) });
                break;
            default:
                throw new NotSupportedException($"An edit {edit.GetType().Name} that nobody makes.");
        }
        return of;
    }

    private static void Each(RowPlan plan, SampleObject of, Func<Placement, Placement?> change)
    {
        foreach (var frame in plan.Units.Concat(plan.Spaces).SelectMany(static unit => unit.Frames))
        {
            Placement[] changed = [.. frame.Placements.Select(one => one.Object == of ? change(one) : one).OfType<Placement>()];
            frame.Placements.Clear();
            frame.Placements.AddRange(changed);
        }
    }
}

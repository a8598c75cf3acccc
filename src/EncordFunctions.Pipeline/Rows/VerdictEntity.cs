using Azure.Data.Tables;
using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tallies;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>A processed row as a row of the LabelRows table.</summary>
internal static class VerdictEntity
{
    private const string MaskLedger = "masks";

    public static TableEntity Of(
        RowMessage row,
        Verdict verdict,
        LabelRowHeader header,
        IReadOnlyList<DataUnit> units,
        RowTally tally,
        ObjectTally objects,
        LedgerLine[] ledger,
        int files,
        RowFragment fragment,
        ChangeCounts? changes)
    {
        var entity = VerdictRow.Begin(row, verdict);
        HeaderColumns.Add(entity, header);
        ChildrenColumn.Add(entity, units);
        entity["Annotations"] = tally.Annotations;
        entity["AnnotationsSkipped"] = tally.AnnotationsSkipped;
        entity["Classifications"] = tally.Classifications;
        entity["ClassificationsSkipped"] = tally.ClassificationsSkipped;
        entity["Masks"] = ledger.FirstOrDefault(static line => line.Derivative == MaskLedger)?.Written ?? 0;
        entity["Objects"] = (long)objects.Count;
        if (objects.Unlisted > 0) entity["AnnotationsOfUnlistedObjects"] = objects.Unlisted;
        entity["Errors"] = tally.Issues.Errors;
        entity["Warnings"] = tally.Issues.Warnings;
        entity["Shapes"] = TallyJson.Write(tally.Shapes);
        entity["Classes"] = TallyJson.Write(tally.Classes);
        entity["IssueCodes"] = TallyJson.Write([.. tally.Issues.All]);
        entity["Ledger"] = TallyJson.Write(ledger);
        entity["Files"] = (long)files;
        entity[nameof(VerdictRow.FragmentBytes)] = fragment.Bytes;
        entity[nameof(VerdictRow.Fragment)] = fragment.Packed;
        entity[nameof(VerdictRow.Changes)] = TallyJson.Write(changes);
        entity["Derivatives"] = RowKeys.Folder(row);
        return entity;
    }
}

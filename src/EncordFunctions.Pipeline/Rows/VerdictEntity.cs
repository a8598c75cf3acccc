using Azure.Data.Tables;
using EncordFunctions.Formats;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline.Messages;
using EncordFunctions.Pipeline.Storage;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Tallies;

namespace EncordFunctions.Pipeline.Rows;

/// <summary>A processed row as a row of the LabelRows table.</summary>
internal static class VerdictEntity
{
    private const string MaskLedger = "masks";
    private const int TextChars = 8_000;

    public static TableEntity Of(
        RowMessage row, Verdict verdict, LabelRowHeader header, RowTally tally, ObjectTally objects, LedgerLine[] ledger, int files)
    {
        var entity = VerdictRow.Begin(row, verdict);
        entity["LabelHash"] = StorageLimits.Cut(header.LabelHash, TextChars);
        entity["BranchName"] = StorageLimits.Cut(header.BranchName, TextChars);
        entity["DataHash"] = StorageLimits.Cut(header.DataHash, TextChars);
        entity["DataTitle"] = StorageLimits.Cut(header.DataTitle, TextChars);
        entity["DataType"] = StorageLimits.Cut(header.DataType, TextChars);
        entity["DatasetHash"] = StorageLimits.Cut(header.DatasetHash, TextChars);
        entity["DatasetTitle"] = StorageLimits.Cut(header.DatasetTitle, TextChars);
        entity["LabelStatus"] = StorageLimits.Cut(header.LabelStatus, TextChars);
        entity["LastEditedAt"] = StorageLimits.Clamp(header.LastEditedAt);
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
        entity["Derivatives"] = RowKeys.Folder(row);
        return entity;
    }
}

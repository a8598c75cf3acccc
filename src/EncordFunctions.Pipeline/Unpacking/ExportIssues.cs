using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Tables;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>What can be wrong with an export beside its archive's structure.</summary>
public static class ExportIssues
{
    /// <summary>Its entries can be read, but none of them holds a label row.</summary>
    public static readonly IssueCode NoLabelRows = new("EL930", Severity.Error, "The export holds no label rows");

    /// <summary>More label rows than one export may have.</summary>
    public static readonly IssueCode TooManyRows = new("EL931", Severity.Error, "The export has too many label rows");

    /// <summary>The upload was replaced or deleted before all of it was read.</summary>
    public static readonly IssueCode UploadChanged = new("EL932", Severity.Error, "The upload changed while it was unpacked");

    /// <summary>A label row whose label hash and branch an earlier row of the export has too; both are used.</summary>
    public static readonly IssueCode RowRepeated = new("EL933", Severity.Warning, "Label row repeated in the export");

    /// <summary>A child of a data group whose label row the export doesn't hold.</summary>
    public static readonly IssueCode ChildNotInExport = new("EL934", Severity.Info, "Child of a data group is not in the export");

    /// <summary>What to say of an upload that is not what it was when its unpacking began.</summary>
    /// <param name="upload">The blob's name.</param>
    /// <param name="fileName">The same without its virtual folders.</param>
    public static Issue Changed(string upload, string fileName) =>
        new(UploadChanged, $"{upload} was replaced or deleted before all of it was read.", fileName, 0, "");

    /// <summary>What to say of an export that has no label rows and no fault that explains it.</summary>
    /// <param name="upload">Its name.</param>
    public static Issue NoRowsIn(string upload) => new(NoLabelRows, "No label row was found. Upload the label export of a project.", upload, 0, "");

    /// <summary>What to say of an entry whose label rows are too many.</summary>
    /// <param name="entry">Its name.</param>
    /// <param name="before">How many label rows stand before it.</param>
    /// <param name="rows">How many it has.</param>
    public static Issue? TooManyIn(string entry, long before, long rows) => before + rows <= Shards.MostRows
        ? null
        : new Issue(TooManyRows, $"With this entry the export has more than {Shards.MostRows:N0} label rows. Split it.", entry, 0, "");

    /// <summary>What to say of a .json upload that is larger than an entry may be.</summary>
    /// <param name="upload">Its name.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="limits">What an upload may ask for.</param>
    public static Issue? TooLarge(string upload, long bytes, ArchiveLimits limits) => bytes <= limits.EntryBytes
        ? null
        : new Issue(
            ArchiveIssues.TooLarge,
            $"The upload has {ByteSize.Show(bytes)}; {ByteSize.Show(limits.EntryBytes)} are read. {LimitSettings.Raise(LimitSettings.EntryGiB)}",
            upload,
            0,
            "");

    /// <summary>What to say of an upload that is an ontology.</summary>
    /// <param name="upload">Its name.</param>
    public static Issue OntologyAlone(string upload) => new(
        IssueCatalogue.OntologyAlone, "The upload is an ontology and holds no labels. Exports uploaded beside it after it are read with it.", upload, 0, "");

    /// <summary>What to say of an ontology that another one is preferred to.</summary>
    /// <param name="ontology">Its name.</param>
    /// <param name="preferred">The name of the other.</param>
    public static Issue OntologyNotUsed(string ontology, string preferred) => new(
        IssueCatalogue.OntologyNotUsed, $"The ontology is not used: \"{preferred}\" is less deep in the archive, or stands before it.", ontology, 0, "");
}

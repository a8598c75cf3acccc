using EncordFunctions.Labels.Issues;

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
}

namespace EncordFunctions.Pipeline;

/// <summary>How far an export has come.</summary>
public enum ExportStatus
{
    /// <summary>Its entries are being read; the number of rows is not known yet.</summary>
    Unpacking,

    /// <summary>All rows are known and on their way.</summary>
    Processing,

    /// <summary>Every row has a verdict and the manifest stands. Rows may still have been rejected or failed: see the verdicts.</summary>
    Done,

    /// <summary>The archive itself can't be used, or not to its end, or holds no label row. The manifest says why.</summary>
    Rejected,

    /// <summary>
    /// Something went wrong that is not the content's fault. Either all tries to unpack or to finish it are used up, and there may be no
    /// manifest; or every row has a verdict but the derivatives do not add up. The reason says which; it can be retried.
    /// </summary>
    Failed,
}

namespace EncordFunctions.Formats.Ledger;

/// <summary>What a ledger line counts. It says which number of the reading the line must account for.</summary>
public enum LedgerUnit
{
    /// <summary>Annotations as they stand in the row, whether they can be used or not.</summary>
    StoredAnnotations,

    /// <summary>Annotations that hold.</summary>
    Annotations,

    /// <summary>Classifications as they stand in the row, whether they can be used or not.</summary>
    StoredClassifications,

    /// <summary>Classifications that hold.</summary>
    Classifications,

    /// <summary>Annotations that are bitmasks.</summary>
    Bitmasks,

    /// <summary>Findings.</summary>
    Issues,

    /// <summary>Differences to an earlier export.</summary>
    Changes,
}

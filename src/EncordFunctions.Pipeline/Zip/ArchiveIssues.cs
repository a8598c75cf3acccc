using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>What can be wrong with an uploaded archive. The first block rejects the export, the second only the entry it names.</summary>
public static class ArchiveIssues
{
    /// <summary>The upload is something else, or nothing.</summary>
    public static readonly IssueCode NotAZip = Error("EL901", "The upload is not a zip archive");

    /// <summary>The archive starts like a zip but its end is missing.</summary>
    public static readonly IssueCode Truncated = Error("EL902", "The archive is cut short");

    /// <summary>Bytes follow the end record.</summary>
    public static readonly IssueCode TrailingBytes = Error("EL903", "Bytes follow the end of the archive");

    /// <summary>Bytes stand before the first entry.</summary>
    public static readonly IssueCode LeadingBytes = Error("EL904", "Bytes stand before the start of the archive");

    /// <summary>More than one end record could be meant: two readers could see two different archives.</summary>
    public static readonly IssueCode AmbiguousEnd = Error("EL905", "The archive has more than one end record");

    /// <summary>The archive is one part of several.</summary>
    public static readonly IssueCode MultiDisk = Error("EL906", "The archive is split over several files");

    /// <summary>The end record, the directory and the file's length can't all be true.</summary>
    public static readonly IssueCode FaultyDirectory = Error("EL907", "The archive's directory contradicts itself");

    /// <summary>Two entries share bytes, as only a bomb does.</summary>
    public static readonly IssueCode Overlap = Error("EL908", "Entries of the archive overlap");

    /// <summary>More entries, or a larger directory, than <see cref="ArchiveLimits"/> allows.</summary>
    public static readonly IssueCode TooManyEntries = Error("EL909", "The archive has too many entries");

    /// <summary>More inflated bytes, or a higher ratio, than <see cref="ArchiveLimits"/> allows.</summary>
    public static readonly IssueCode TooLarge = Error("EL910", "The archive inflates to too much");

    /// <summary>Two .json entries have one name.</summary>
    public static readonly IssueCode DuplicateName = Error("EL911", "Two entries have the same name");

    /// <summary>Nothing in the archive can hold label rows.</summary>
    public static readonly IssueCode NoJson = Error("EL912", "The archive holds no .json entry");

    /// <summary>Every .json entry, or this one, needs a password. Rejects the export only where no .json entry is readable.</summary>
    public static readonly IssueCode Encrypted = Error("EL913", "Encrypted");

    /// <summary>The entry is compressed by a method other than deflate.</summary>
    public static readonly IssueCode UnsupportedMethod = Error("EL914", "The entry's compression method is not read");

    /// <summary>The entry's own header says something else than the directory.</summary>
    public static readonly IssueCode HeaderMismatch = Error("EL915", "The entry's header and the directory differ");

    /// <summary>The content is not what the directory's check sum was made of.</summary>
    public static readonly IssueCode CrcMismatch = Error("EL916", "The entry's check sum is wrong");

    /// <summary>The content is longer or shorter than the directory says.</summary>
    public static readonly IssueCode SizeMismatch = Error("EL917", "The entry's size is wrong");

    /// <summary>The compressed bytes can't be inflated.</summary>
    public static readonly IssueCode DamagedContent = Error("EL918", "The entry's content is damaged");

    /// <summary>All of an entry's rows are there, but its list of rows is cut off behind the last one.</summary>
    public static readonly IssueCode UnclosedList = Error("EL919", "The entry's list of rows is not closed");

    /// <summary>The entry holds nothing, or nothing but white space.</summary>
    public static readonly IssueCode EmptyEntry = new("EL920", Severity.Warning, "The entry is empty");

    /// <summary>No comma parts a row from the one before it; both are read.</summary>
    public static readonly IssueCode MissingComma = new("EL921", Severity.Warning, "No comma between two rows");

    private static IssueCode Error(string id, string title) => new(id, Severity.Error, title);
}

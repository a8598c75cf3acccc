using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Pipeline.Zip;

/// <summary>Makes the issue that rejects an archive.</summary>
internal static class ArchiveFault
{
    public static Issue At(long offset, IssueCode code, string message, string entry = "") => new(code, message, entry, offset, "");
}

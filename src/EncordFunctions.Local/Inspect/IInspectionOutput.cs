using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Local.Inspect;

/// <summary>Takes what an inspection finds while it goes on.</summary>
internal interface IInspectionOutput
{
    /// <summary>Takes the next issue, in the order of the file.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="file">The file its offset counts in.</param>
    /// <param name="text">Line and column of the offset; null where the file is no text.</param>
    void Take(Issue issue, InspectedFile file, TextPlace? text);
}

using System.Reflection;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Unpacking;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline;

/// <summary>Every kind of finding there is: those of the format, of archives and of exports.</summary>
public static class IssueCodes
{
    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<IssueCode> All { get; } =
    [
        .. new[] { typeof(IssueCatalogue), typeof(ArchiveIssues), typeof(ExportIssues) }
            .SelectMany(static type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(static field => field.GetValue(null))
            .OfType<IssueCode>()
            .OrderBy(static code => code.Id, StringComparer.Ordinal),
    ];
}

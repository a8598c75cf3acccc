namespace EncordFunctions.Labels.Issues;

/// <summary>One kind of finding. Codes are stable: tables, alerts and suppressions may key on them.</summary>
/// <param name="Id">The stable code, <c>EL</c> and three digits.</param>
/// <param name="Severity">The severity every issue of this kind has.</param>
/// <param name="Title">What it means, in a few words.</param>
public sealed record IssueCode(string Id, Severity Severity, string Title);

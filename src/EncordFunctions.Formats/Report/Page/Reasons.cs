using EncordFunctions.Formats.Ledger;

namespace EncordFunctions.Formats.Report.Page;

/// <summary>What the reasons of a ledger mean.</summary>
internal static class Reasons
{
    /// <summary>The reason for people: a reason's word or the code of a finding.</summary>
    public static string Title(string reason, ReportFacts facts) =>
        LedgerReason.All.FirstOrDefault(one => one.Word == reason)?.Title ?? facts.Issues.TitleOf(reason);
}

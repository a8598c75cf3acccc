using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Tests.Issues;

public sealed class FindingsTests
{
    [Fact]
    public void The_first_reason_that_a_value_can_not_be_used_stands()
    {
        var findings = new Findings();

        findings.Fail(IssueCatalogue.NoGeometry, 3, "/first", "First.");
        findings.Fail(IssueCatalogue.WrongKind, 7, "/second", "Second.");

        Assert.Equal(new Finding(IssueCatalogue.NoGeometry, 3, "/first", "First."), findings.Failure);
        Assert.Empty(findings.Notes);
    }

    [Fact]
    public void A_finding_is_within_an_element_of_a_list_until_that_is_left()
    {
        var findings = new Findings();

        findings.Within("actions", 2);
        findings.Note(IssueCatalogue.WrongKind, 0, "/name", "");
        findings.Leave();
        findings.Note(IssueCatalogue.WrongKind, 0, "/name", "");

        Assert.Equal(["/actions/2/name", "/name"], findings.Notes.Select(static note => note.Path));
    }

    [Fact]
    public void Of_another_value_nothing_is_known()
    {
        var findings = new Findings();
        findings.Within("actions", 2);
        findings.Note(IssueCatalogue.WrongKind, 0, "", "");
        findings.Fail(IssueCatalogue.NoGeometry, 0, "", "");

        findings.Clear();

        Assert.Null(findings.Failure);
        Assert.Empty(findings.Notes);
        findings.Fail(IssueCatalogue.NoGeometry, 0, "/x", "");
        Assert.Equal("/x", findings.Failure?.Path);
    }
}

using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Issues;

public sealed class UnknownMembersTests
{
    [Fact]
    public void Members_are_counted_by_what_holds_them_and_said_to_be_kept_or_not_used()
    {
        var units = string.Join(",", Row.Unit("u0", Row.Labels(Row.Object("a", $"{Row.Box},\"mood\":1"), Row.Object("b", $"{Row.Box},\"mood\":2"), Row.Object("c", $"{Row.Box},\"mood\":3")), """ "width":2,"height":2,"mood":1 """),
            Row.Unit("u1", Row.Labels(), """ "width":2,"height":2,"mood":2 """, sequence: 1));
        var row = Row.Of("img_group", units, """ "mood":1,"object_answers":{"a":{"mood":1,"classifications":[]},"b":{"mood":2,"classifications":[]}} """);

        var issues = Reading.Of(row).AllIssues;

        Assert.All(issues, static issue => Assert.Equal(IssueCatalogue.UnknownMember, issue.Code));
        Assert.Equal(
            [
                "Member \"mood\" of a data unit is not known; it stands 2 times and is kept as it is.",
                "Member \"mood\" of a label row is not known; it stands once and is kept as it is.",
                "Member \"mood\" of an object answer is not known; it stands 2 times and is not used.",
                "Member \"mood\" of an object is not known; it stands 3 times and is kept as it is.",
            ],
            issues.Select(static issue => issue.Message).Order(StringComparer.Ordinal));
    }
}

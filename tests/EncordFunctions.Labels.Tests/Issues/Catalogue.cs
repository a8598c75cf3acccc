using System.Reflection;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Tests.Issues;

public sealed class Catalogue
{
    private static readonly IssueCode[] All =
        [.. typeof(IssueCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (IssueCode)field.GetValue(null)!)];

    [Fact]
    public void Every_code_is_used_once_and_they_are_in_order()
    {
        Assert.All(All, code => Assert.Matches("^EL[0-9]{3}$", code.Id));
        Assert.Equal(All.Select(code => code.Id).Distinct().Order(StringComparer.Ordinal), All.Select(code => code.Id));
    }
}

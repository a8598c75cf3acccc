using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Issues;

public sealed class Showing
{
    [Theory]
    [InlineData("\\n\\u001b[2J")]
    [InlineData("\\r\\u2028")]
    [InlineData("\\u202e\\u0000")]
    public void What_content_is_called_breaks_no_line_and_no_terminal(string name)
    {
        var issues = Reading.Of(Row.Image(Row.Object("a", $"{Row.Box},\"{name}\":1"), Row.Object("b", $"\"shape\":\"{name}\""))).AllIssues;

        Assert.Contains(issues, issue => issue.Message.Contains('\uFFFD', StringComparison.Ordinal));
        Assert.All(issues, issue => Assert.Equal(Showable.Of(issue.Message), issue.Message));
        Assert.All(issues, issue => Assert.DoesNotContain(issue.Message, static letter => char.IsControl(letter) || letter is '\u2028' or '\u202e'));
    }

    [Fact]
    public void A_text_without_harm_stays_itself()
    {
        const string Text = "Größe 標籤 😀";

        Assert.Same(Text, Showable.Of(Text));
    }
}

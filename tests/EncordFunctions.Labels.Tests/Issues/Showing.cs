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
    public void Of_a_text_with_harm_only_that_is_replaced() => Assert.Equal("a\uFFFDb c\uFFFD\uFFFDd", Showable.Of("a\nb c\u001b\u202ed"));

    [Fact]
    public void A_text_without_harm_stays_itself()
    {
        const string Text = "Größe 標籤 😀";

        Assert.Same(Text, Showable.Of(Text));
    }

    [Theory]
    [InlineData(1, "\"x\" is not a date in any known form.")]
    [InlineData(1_025, "\"a text of 1025 bytes\" is not a date in any known form.")]
    [InlineData(50_000, "\"a text of 50000 bytes\" is not a date in any known form.")]
    public void A_text_that_is_too_long_to_quote_is_told_by_its_length(int length, string message) => Assert.Equal(message, OfDate(new string('x', length)));

    [Theory]
    [InlineData(63, 63)]
    [InlineData(64, 64)]
    [InlineData(65, 64)]
    [InlineData(1_024, 64)]
    public void A_text_is_quoted_up_to_its_64th_character(int length, int shown) =>
        Assert.Equal($"\"{new string('x', shown)}\" is not a date in any known form.", OfDate(new string('x', length)));

    [Fact]
    public void A_text_is_counted_as_it_reads_and_not_as_it_is_written() =>
        Assert.Equal($"\"{new string('x', 64)}\" is not a date in any known form.", OfDate(string.Concat(Enumerable.Repeat("\\u0078", 64))));

    [Fact]
    public void A_name_that_is_long_is_cut_in_its_message_and_its_pointer()
    {
        var issue = Assert.Single(Reading.Of(Row.With($"{Row.Box},\"{new string('m', 65)}\":1")).AllIssues);

        Assert.Equal(
            ($"Member \"{new string('m', 64)}\" of an object is not known; it stands once and is kept as it is.", $"/data_units/unit-1/labels/objects/0/{new string('m', 64)}"),
            (issue.Message, issue.Pointer));
    }

    private static string OfDate(string date) => Assert.Single(Reading.Of(Row.With($"{Row.Box},\"createdAt\":\"{date}\"")).AllIssues).Message;
}

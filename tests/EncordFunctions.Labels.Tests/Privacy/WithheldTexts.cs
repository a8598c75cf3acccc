using EncordFunctions.Labels.Privacy;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Privacy;

public sealed class WithheldTexts
{
    [Theory]
    [InlineData("https://h.example/a/b.png?X-Goog-Signature=abc&x=1#frag", "https://h.example/a/b.png")]
    [InlineData("HTTPS://user:pass@h.example/a@b.png", "HTTPS://h.example/a@b.png")]
    [InlineData("http://user@h.example?x", "http://h.example")]
    [InlineData(" https://h.example/a?x", " https://h.example/a")]
    [InlineData("https://", "https://")]
    [InlineData("https:///a@b.png?x", "https:///a@b.png")]
    [InlineData("https://user@", "https://")]
    [InlineData("https://h.example#a@b", "https://h.example")]
    [InlineData("?X-Amz-Signature=abc", "")]
    [InlineData("h.example/a?X-Amz-Signature=abc", "h.example/a")]
    [InlineData("gs://bucket/what?.png#1", "gs://bucket/what?.png#1")]
    [InlineData("s3://bucket/a@b.png", "s3://bucket/a@b.png")]
    [InlineData("bucket/photos/cat #2.png", "bucket/photos/cat #2.png")]
    public void A_bare_link_has_nothing_that_opens_it(string link, string bare) => Assert.Equal(bare, Link.Bare(link));

    [Theory]
    [InlineData("https://h.example/a/b.png?sig=abc", true)]
    [InlineData("http://h.example/a#b", true)]
    [InlineData("https://user@h.example/a", true)]
    [InlineData("https://h.example/a@b.png", false)]
    [InlineData("https://h.example", false)]
    [InlineData("h.example/a?sig=abc", false)]
    [InlineData("gs://bucket/a?b", false)]
    [InlineData("What is this?", false)]
    public void A_web_link_that_says_more_than_its_place_is_a_secret(string text, bool isOne) => Assert.Equal(isOne, Link.IsSecret(text));

    [Theory]
    [InlineData(320, true)]
    [InlineData(321, false)]
    public void No_address_is_longer_than_320_characters(int length, bool isOne) =>
        Assert.Equal(isOne, EmailAddress.Is($"{new string('a', length - "@people.example".Length)}@people.example"));

    [Theory]
    [InlineData("ada@people.example", true)]
    [InlineData(" Ada.Lovelace+labels@people.example.org ", true)]
    [InlineData("lidar@1000000000", false)]
    [InlineData("written by ada@people.example", false)]
    [InlineData("ada", false)]
    public void An_address_is_told_from_other_texts(string text, bool isOne) => Assert.Equal(isOne, EmailAddress.Is(text));

    [Theory]
    [InlineData("\"https://h.example/a?sig=x/y\" is not a frame number.", "\"https://h.example/a\" is not a frame number.")]
    [InlineData("\"HTTPS://u:p@h.example/a?sig=x\" is not a frame number.", "\"HTTPS://h.example/a\" is not a frame number.")]
    [InlineData("See https://h.example/a or ask ada@people.example?", "See https://h.example/a or ask (e-mail)?")]
    [InlineData("The key \"https:~1~1u:p@h.example~1a?sig=x\" stood before.", "The key \"https:~1~1h.example~1a\" stood before.")]
    [InlineData("\"ada@people.example\" is not a date.", "\"(e-mail)\" is not a date.")]
    [InlineData("Object lidar@100 ends at 7.5?", "Object lidar@100 ends at 7.5?")]
    [InlineData("7.5 can't be a fraction of the frame.", "7.5 can't be a fraction of the frame.")]
    public void Messages_keep_all_but_that(string message, string left)
    {
        Assert.Equal(left, Withheld.In(message));
        Assert.Equal(left, Withheld.In(left));
    }

    [Fact]
    public void A_pointer_keeps_its_way_past_a_link() =>
        Assert.Equal("/data_units/u/labels/https:~1~1h.example~1a/objects/0", Withheld.InPointer("/data_units/u/labels/https:~1~1h.example~1a?sig=x~1y#z/objects/0"));

    [Theory]
    [InlineData("\"createdAt\":\"SECRET@people.example\"")]
    [InlineData("\"createdAt\":\"https:\\/\\/h.example\\/a?SECRET\"")]
    [InlineData("\"createdAt\":\"------------------------------------------------------SECRET@people.example\"")]
    [InlineData("\"createdAt\":\"SECRET\\u0040people.example\"")]
    [InlineData("\"confidence\":\"SECRET@people.example\"")]
    [InlineData("\"color\":\"https://h.example/a?SECRET\"")]
    [InlineData("\"createdBy\":[\"SECRET\"]")]
    [InlineData("\"lastEditedBy\":{\"name\":\"SECRET\"}")]
    [InlineData("\"SECRET@people.example\":1")]
    [InlineData("\"------------------------------------------------------SECRET@people.example\":1")]
    [InlineData("\"https://h.example/a?SECRET\":1,\"https://h.example/a?SECRET\":2")]
    public void No_finding_quotes_them_wherever_they_stand(string member)
    {
        var issues = Reading.Of(Row.With($"{Row.Box},{member}")).AllIssues;

        Assert.NotEmpty(issues);
        Assert.All(issues, static issue => Assert.DoesNotContain("SECRET", issue.Message + issue.Pointer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"data_link\":[\"SECRET\"]")]
    [InlineData("\"data_link\":{\"SECRET\":1}")]
    [InlineData("\"metadata\":\"SECRET\"")]
    [InlineData("\"metadata\":{\"patient_id\":\"SECRET\",\"children\":\"SECRET\"}")]
    public void No_finding_quotes_a_link_or_a_patient_of_a_unit(string member)
    {
        var issues = Reading.Of(Row.Of("dicom", Row.Unit("u", Row.Labels(), member))).AllIssues;

        Assert.NotEmpty(issues);
        Assert.All(issues, static issue => Assert.DoesNotContain("SECRET", issue.Message + issue.Pointer, StringComparison.Ordinal));
    }
}

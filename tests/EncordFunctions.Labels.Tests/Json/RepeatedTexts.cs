using System.Text;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Tests.Json;

/// <summary>Names, colours and hashes repeat on every annotation; they are kept once.</summary>
public sealed class RepeatedTexts
{
    [Fact]
    public void Texts_that_come_again_in_turn_are_one_string_each()
    {
        var strings = new Utf8Strings();
        byte[][] texts = [.. Enumerable.Range(0, 40).Select(i => Encoding.UTF8.GetBytes($"annotator{i}@example.com")), .. Enumerable.Range(0, 10).Select(i => Encoding.UTF8.GetBytes($"#D0{i}"))];

        var first = texts.Select(text => strings.Get(text)).ToList();

        Assert.Equal(texts.Select(Encoding.UTF8.GetString), first);
        Assert.All(texts.Zip(first), pair => Assert.Same(pair.Second, strings.Get(pair.First)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(96, true)]
    [InlineData(97, false)]
    public void A_text_of_96_bytes_is_kept_and_a_longer_one_is_not(int length, bool kept)
    {
        var (strings, text) = (new Utf8Strings(), Encoding.UTF8.GetBytes(new string('a', length)));

        Assert.Equal(kept, ReferenceEquals(strings.Get(text), strings.Get(text)));
    }

    [Fact]
    public void A_kept_text_with_escapes_costs_no_memory_to_read_again()
    {
        var strings = new Utf8Strings();
        var text = strings.Get("caf\\u00e9"u8, escaped: true);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) Assert.Same(text, strings.Get("caf\\u00e9"u8, escaped: true));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }
}

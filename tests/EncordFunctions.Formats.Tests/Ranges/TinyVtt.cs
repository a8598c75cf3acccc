using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace EncordFunctions.Formats.Tests.Ranges;

/// <summary>Reads WebVTT by the W3C's grammar for authors, which is stricter than what players take, and refuses what is not of it.</summary>
internal static partial class TinyVtt
{
    public sealed record Cue(string? Id, long Start, long End, string Voice, string Text);

    public static List<Cue> Read(string text)
    {
        Assert.DoesNotContain('\0', text);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text);
        var blocks = text[..^1].Split("\n\n");
        Assert.Equal("WEBVTT", blocks[0]);
        var cues = new List<Cue>();
        foreach (var block in blocks[1..])
        {
            Assert.NotEqual("", block);
            if (block.StartsWith("NOTE", StringComparison.Ordinal)) Assert.DoesNotContain("-->", block);
            else cues.Add(ReadCue(block));
        }
        Assert.Equal(cues.Select(cue => cue.Start), cues.Select(cue => cue.Start).Order());
        var ids = cues.Select(cue => cue.Id).OfType<string>().ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        return cues;
    }

    private static Cue ReadCue(string block)
    {
        var lines = block.Split('\n').ToList();
        var id = lines[0].Contains("-->", StringComparison.Ordinal) ? null : lines[0];
        if (id is not null) lines.RemoveAt(0);
        var times = Timing().Match(lines[0]);
        Assert.True(times.Success, $"'{lines[0]}' is no timing.");
        var (start, end) = (Milliseconds(times, 1), Milliseconds(times, 5));
        Assert.True(start < end);
        var payload = string.Join('\n', lines[1..]);
        Assert.DoesNotContain("-->", payload);
        var voice = Payload().Match(payload);
        Assert.True(voice.Success, $"'{payload}' is no voice with its text.");
        return new Cue(id, start, end, Plain(voice.Groups[1].Value), Plain(voice.Groups[2].Value));
    }

    private static long Milliseconds(Match times, int from)
    {
        long Part(int at) => long.Parse(times.Groups[from + at].Value, CultureInfo.InvariantCulture);
        return (((((Part(0) * 60) + Part(1)) * 60) + Part(2)) * 1000) + Part(3);
    }

    private static string Plain(string escaped)
    {
        Assert.DoesNotMatch("&(?!amp;|lt;|gt;)", escaped);
        return WebUtility.HtmlDecode(escaped);
    }

    [GeneratedRegex("^([0-9]{2,}):([0-5][0-9]):([0-5][0-9])[.]([0-9]{3}) --> ([0-9]{2,}):([0-5][0-9]):([0-5][0-9])[.]([0-9]{3})$")]
    private static partial Regex Timing();

    [GeneratedRegex("^<v ([^<>\n]*[^<>\n\t ][^<>\n]*)>([^<>]+)$")]
    private static partial Regex Payload();
}

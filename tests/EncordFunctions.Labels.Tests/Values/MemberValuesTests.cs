using System.Globalization;
using System.Text;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Values;

namespace EncordFunctions.Labels.Tests.Values;

/// <summary>Plain values as any emitter writes them.</summary>
public sealed class MemberValuesTests
{
    [Theory]
    [InlineData("number", "2.5", "2.5", "")]
    [InlineData("number", "\"2.5\"", "2.5", "")]
    [InlineData("number", "\"2.5x\"", null, "EL303 3 \"2.5x\" is not a number.")]
    [InlineData("number", "\"NaN\"", null, "EL303 3 \"NaN\" is not a number.")]
    [InlineData("number", "\"None\"", null, "")]
    [InlineData("number", "\"\"", null, "")]
    [InlineData("number", "1e999", null, "EL303 3 The number is beyond any use.")]
    [InlineData("number", "null", null, "")]
    [InlineData("number", "[5]", null, "EL008 3 Expected a number, found a list; read as absent.")]
    [InlineData("whole", "1", "1", "")]
    [InlineData("whole", "9", "9", "")]
    [InlineData("whole", "4.0", "4", "")]
    [InlineData("whole", "0", null, "EL303 3 0 is not a whole number from 1 to 9.")]
    [InlineData("whole", "10", null, "EL303 3 10 is not a whole number from 1 to 9.")]
    [InlineData("whole", "4.5", null, "EL303 3 4.5 is not a whole number from 1 to 9.")]
    [InlineData("flag", "true", "True", "")]
    [InlineData("flag", "false", "False", "")]
    [InlineData("flag", "\"TRUE\"", "True", "")]
    [InlineData("flag", "\"False\"", "False", "")]
    [InlineData("flag", "\"null\"", null, "")]
    [InlineData("flag", "\"yes\"", null, "EL008 3 Expected a boolean, found a text; read as absent.")]
    [InlineData("flag", "1", null, "EL008 3 Expected a boolean, found a number; read as absent.")]
    [InlineData("date", "\"2025-01-07\"", "2025-01-07", "")]
    [InlineData("date", "\"none\"", null, "")]
    [InlineData("date", "null", null, "")]
    [InlineData("date", "\"soon\"", null, "EL301 3 \"soon\" is not a date in any known form.")]
    [InlineData("date", "{}", null, "EL008 3 Expected a date, found an object; read as absent.")]
    [InlineData("color", "\"#12aBcF\"", "#12aBcF", "")]
    [InlineData("color", "\"#12aBcG\"", "#12aBcG", "EL302 3 \"#12aBcG\" is not a colour of the form #RRGGBB.")]
    [InlineData("color", "\"#12aBc\"", "#12aBc", "EL302 3 \"#12aBc\" is not a colour of the form #RRGGBB.")]
    [InlineData("color", "\"012aBcF\"", "012aBcF", "EL302 3 \"012aBcF\" is not a colour of the form #RRGGBB.")]
    [InlineData("color", "null", null, "")]
    [InlineData("text", "12", "12", "")]
    [InlineData("text", "null", null, "")]
    [InlineData("text", "true", null, "EL008 3 Expected a text, found a boolean; read as absent.")]
    public void A_value_is_read_or_named_and_what_follows_it_is_read_as_ever(string kind, string json, string? value, string found)
    {
        var findings = new Findings();
        var values = new MemberValues(new Utf8Strings(), findings);
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes($"[  {json} , 7]"));
        Assert.Equal(JsonKind.List, cursor.Peek());
        cursor.Enter();
        Assert.True(cursor.NextElement());

        var read = kind switch
        {
            "number" => values.Number(ref cursor, "/x")?.ToString(CultureInfo.InvariantCulture),
            "whole" => values.Whole(ref cursor, "/x", 1, 9)?.ToString(CultureInfo.InvariantCulture),
            "flag" => values.Flag(ref cursor, "/x")?.ToString(),
            "date" => values.Date(ref cursor, "/x")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "color" => values.Color(ref cursor, "/x"),
            _ => values.Text(ref cursor, "/x"),
        };

        Assert.Equal(value, read);
        Assert.Equal(found, string.Concat(findings.Notes.Select(static note => $"{note.Code.Id} {note.At} {note.Message}")));
        Assert.All(findings.Notes, static note => Assert.Equal("/x", note.Path));
        Assert.True(cursor.NextElement());
        Assert.Equal(7, cursor.ReadNumber());
        Assert.False(cursor.NextElement());
    }
}

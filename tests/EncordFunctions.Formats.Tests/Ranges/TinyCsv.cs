using System.Text;

namespace EncordFunctions.Formats.Tests.Ranges;

/// <summary>Reads CSV by the grammar of RFC 4180, character by character, and refuses what is not of it.</summary>
internal static class TinyCsv
{
    public static List<List<string>> Read(string text)
    {
        var records = new List<List<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var record = new List<string> { Field(text, ref at) };
            while (text[at] == ',')
            {
                at++;
                record.Add(Field(text, ref at));
            }
            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            records.Add(record);
        }
        Assert.All(records, record => Assert.Equal(records[0].Count, record.Count));
        return records;
    }

    private static string Field(string text, ref int at)
    {
        var field = new StringBuilder();
        if (text[at] != '"')
        {
            while (text[at] is not (',' or '\r' or '\n'))
            {
                Assert.NotEqual('"', text[at]);
                field.Append(text[at++]);
            }
            return field.ToString();
        }
        for (at++; text[at] != '"' || text[at + 1] == '"'; at++)
        {
            if (text[at] == '"') at++;
            field.Append(text[at]);
        }
        at++;
        return field.ToString();
    }
}

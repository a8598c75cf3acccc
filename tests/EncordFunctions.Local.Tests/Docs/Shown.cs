using System.Text;
using System.Text.Json;

namespace EncordFunctions.Local.Tests.Docs;

/// <summary>JSON as the documentation shows it: by the members that matter.</summary>
internal static class Shown
{
    /// <summary>Objects one after another, over as many lines as they like.</summary>
    private static List<JsonElement> Documents(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
        var documents = new List<JsonElement>();
        while (reader.Read()) documents.Add(JsonElement.ParseValue(ref reader));
        return documents;
    }

    /// <summary>Whether everything that is shown was written.</summary>
    public static void Agrees(string shown, JsonElement[] written)
    {
        var documents = Documents(shown);
        Assert.Equal(documents.Count, written.Length);
        Assert.All(documents.Zip(written), pair => Agrees(pair.First, pair.Second));
    }

    private static void Agrees(JsonElement shown, JsonElement written)
    {
        Assert.Equal(shown.ValueKind, written.ValueKind);
        switch (shown.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in shown.EnumerateObject())
                    Agrees(member.Value, written.GetProperty(member.Name));
                break;
            case JsonValueKind.Array:
                Assert.Equal(shown.GetArrayLength(), written.GetArrayLength());
                foreach (var (one, other) in shown.EnumerateArray().Zip(written.EnumerateArray()))
                    Agrees(one, other);
                break;
            case JsonValueKind.Number when shown.TryGetInt64(out var whole) && written.TryGetInt64(out var read):
                Assert.Equal(whole, read);
                break;
            case JsonValueKind.Number:
                Assert.Equal(shown.GetDouble(), written.GetDouble(), 9);
                break;
            default:
                Assert.Equal(shown.ToString(), written.ToString());
                break;
        }
    }
}

using System.Text.Json;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Vectors;

/// <summary>Files of expected values.</summary>
internal static class Known
{
    public static List<JsonElement> Cases(string file, string name) =>
        [.. JsonDocument.Parse(File.ReadAllBytes(Samples.Vectors(file))).RootElement.GetProperty(name).EnumerateArray()];
}

using System.Text.Json;

namespace EncordFunctions.Formats.Tests.Coco;

/// <summary>Expected values outside the repository, beside the folder that ENCORD_SAMPLES names.</summary>
internal static class Vectors
{
    /// <summary>One of them; skips the test where there are none.</summary>
    public static JsonDocument Open(string name)
    {
        var samples = Environment.GetEnvironmentVariable("ENCORD_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(samples), "ENCORD_SAMPLES does not name the folder of captured rows.");
        return JsonDocument.Parse(File.ReadAllBytes(Path.Combine(samples, "..", "vectors", name)));
    }
}

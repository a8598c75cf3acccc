namespace EncordFunctions.Labels.Tests.Support;

/// <summary>Real rows and expected values outside the repository, where ENCORD_SAMPLES names their folder.</summary>
public static class Samples
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ENCORD_SAMPLES");

    /// <summary>The path of a sample; skips the test where there are none.</summary>
    public static string PathOf(string name)
    {
        Assert.SkipUnless(Folder is not null, "ENCORD_SAMPLES does not name the folder of real rows.");
        return Path.Combine(Folder!, name);
    }

    public static string Vectors(string name) => Path.Combine(PathOf(".."), "vectors", name);
}

namespace EncordFunctions.Infra.Tests.Bicep;

/// <summary>A parameter file and what is in its environment when its snapshot is taken.</summary>
internal sealed record Deployment(string Name, string Template, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>With nothing chosen.</summary>
    public static Deployment Public { get; } = new("public", "main", Named([]));

    /// <summary>With everything chosen that there is.</summary>
    public static Deployment Private { get; } = new("private", "main", Named(
    [
        new("ENCORD_ALERT_EMAIL", "operators@example.com"),
        new("ENCORD_UPLOADERS", "11111111-1111-1111-1111-111111111111,22222222-2222-2222-2222-222222222222"),
        new("ENCORD_READERS", "33333333-3333-3333-3333-333333333333"),
        new("ENCORD_AUTH_CLIENT_ID", "44444444-4444-4444-4444-444444444444"),
        new("ENCORD_DERIVATIVES", "coco,report"),
        new("ENCORD_PRIVACY_KEY", "a-secret"),
    ]));

    /// <summary>The second stage of either.</summary>
    public static Deployment Events { get; } = new("events", "events", Named([]));

    public static IReadOnlyList<Deployment> All { get; } = [Public, Private, Events];

    public string ParameterFile => $"{Name}.bicepparam";

    public override string ToString() => Name;

    private static Dictionary<string, string> Named(KeyValuePair<string, string>[] chosen) =>
        new(chosen.Prepend(new("AZURE_ENV_NAME", "labels")));
}

namespace EncordFunctions.Labels.Tests.Support;

/// <summary>Videos of one object that is on every frame, and actions on it.</summary>
public static class Film
{
    public static string Of(int frames, string answers) =>
        Row.Of("video", Row.Unit("u", $"{{{string.Join(",", Enumerable.Range(0, frames).Select(i => $"\"{i}\":{Row.Labels(Row.Object("a", Row.Box))}"))}}}"), answers);

    public static string Actions(params string[] actions) => $$"""
        "object_actions":{"a":{"objectHash":"a","actions":[{{string.Join(",", actions)}}]} }
        """;

    public static string Action(string attribute, string answers, string range) =>
        $$"""{"featureHash":"{{attribute}}","answers":{{answers}},"dynamic":true,"range":{{range}},"shouldPropagate":false,"trackHash":"","manualAnnotation":true}""";
}

using System.Text.Json;

namespace EncordFunctions.Bench.Starting;

/// <summary>One way to start the program.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Folder">Where the program is.</param>
/// <param name="Settings">The runtime's settings, as environment variables.</param>
internal sealed record StartVariant(string Name, string Folder, params IReadOnlyList<(string Name, string Value)> Settings)
{
    /// <summary>Starts it, and waits until it has processed two rows.</summary>
    public async Task<StartFigures> RunAsync(string connectionString, bool withMethods)
    {
        string[] more = withMethods ? ["methods"] : [];
        var started = TimeProvider.System.GetTimestamp().ToString(null, null);
        return JsonSerializer.Deserialize<StartFigures>(await Programs.RunAsync(Programs.In(Folder), ["first-rows", connectionString, started, .. more], Settings))!;
    }
}

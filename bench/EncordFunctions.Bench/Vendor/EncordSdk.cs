using System.Text.Json;

namespace EncordFunctions.Bench.Vendor;

/// <summary>
/// The vendor's Python SDK, from folders that the reader of these figures has: they are in <c>ENCORD_SDK</c>, as <c>PYTHONPATH</c> has them, and
/// the Python is in <c>PYTHON</c>. It is run by a script beside this program, in a process of its own.
/// </summary>
internal sealed class EncordSdk
{
    public const string Variable = "ENCORD_SDK";

    private readonly string _python = Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } python ? python : "python3";
    private readonly string _folders;

    private EncordSdk(string folders) => _folders = folders;

    /// <summary>The SDK, or null where the variable is not set.</summary>
    public static EncordSdk? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folders ? new EncordSdk(folders) : null;

    /// <summary>Measures what it can of it.</summary>
    /// <param name="rounds">How often; the fastest counts.</param>
    /// <param name="labels">A file with a list of label rows.</param>
    /// <param name="ontology">A file with their ontology.</param>
    /// <param name="masks">A file with a list of bitmasks.</param>
    public async Task<IReadOnlyDictionary<string, SdkFigure>> RunAsync(int rounds, string labels, string ontology, string masks)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Vendor", "sdk.py");
        var text = await Programs.RunAsync(_python, ["-B", script, rounds.ToString(null, null), labels, ontology, masks], ("PYTHONPATH", _folders));
        return JsonSerializer.Deserialize<Dictionary<string, SdkFigure>>(text, JsonSerializerOptions.Web)!;
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace EncordFunctions.Infra.Tests.Code;

/// <summary>A configuration that remembers what it was asked for.</summary>
internal sealed class ObservedConfiguration(IConfiguration inner) : IConfiguration
{
    private readonly HashSet<string> _keys = [];

    public IReadOnlyCollection<string> Keys => _keys;

    public string? this[string key]
    {
        get
        {
            _keys.Add(key);
            return inner[key];
        }
        set => inner[key] = value;
    }

    // A section would be asked without our knowing.
    public IConfigurationSection GetSection(string key) => throw new NotSupportedException($"The section {key} is read as a whole.");

    public IEnumerable<IConfigurationSection> GetChildren() => throw new NotSupportedException("The configuration is read as a whole.");

    public IChangeToken GetReloadToken() => inner.GetReloadToken();
}

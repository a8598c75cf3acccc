using Microsoft.Extensions.Configuration;

namespace EncordFunctions.Pipeline;

/// <summary>A setting of the app. It is shown as people set it and look for it: environment variables have no colon.</summary>
internal readonly record struct Setting(string Section, string Name)
{
    /// <summary>What it is set to; null where it is not.</summary>
    public string? Read(IConfiguration configuration) => configuration[$"{Section}:{Name}"]?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The exception for a text that is none of what it may be.</summary>
    public UnusableSettingException Unusable(string text, string instead) => new($"The setting {this} can't be '{text}'. {instead}");

    /// <inheritdoc/>
    public override string ToString() => $"{Section}__{Name}";
}

using System.Globalization;

namespace EncordFunctions.Formats;

/// <summary>
/// The derivatives that are written of an export: <c>coco,yolo,parquet</c>, each perhaps with variants behind colons, as in
/// <c>coco:encord:list</c> or <c>preview:5</c>. <c>all</c> stands for all of them, <c>none</c> for none.
/// </summary>
public sealed class DerivativeList
{
    /// <summary>Stands for all derivatives.</summary>
    public const string Everything = "all";

    private const string Nothing = "none";
    private const string AnyNumber = "#";

    // Each row of an export brings the same text.
    private static Choice? _last;

    private readonly string _text;

    private DerivativeList(IReadOnlyList<(Derivative Derivative, string[] Variants)> chosen)
    {
        _text = chosen.Count == 0
            ? Nothing
            : string.Join(',', chosen.Select(static one => string.Join(':', [one.Derivative.Name, .. one.Variants])));
        IFormat[] formats = [.. chosen.SelectMany(static one => one.Derivative.Create(one.Variants))];
        RowFormats = [.. Derivatives.Always, .. formats.OfType<IRowFormat>()];
        ExportFormats = [.. formats.OfType<IExportFormat>()];
    }

    /// <summary>What is written where nothing is chosen.</summary>
    public static DerivativeList Default { get; } = new([.. Derivatives.Choices.Where(static one => one.ByDefault).Select(Plain)]);

    /// <summary>What each row writes for itself.</summary>
    public IReadOnlyList<IRowFormat> RowFormats { get; }

    /// <summary>What is joined over the export.</summary>
    public IReadOnlyList<IExportFormat> ExportFormats { get; }

    /// <summary>Reads a choice; null or empty is the default.</summary>
    /// <exception cref="FormatException">It names what is not there; the message says what is.</exception>
    public static DerivativeList Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Default;
        if (_last is { } last && last.Text == text) return last.List;
        var list = ParseAnew(text);
        _last = new Choice(text, list);
        return list;
    }

    /// <summary>The choice as <see cref="Parse"/> reads it; the same choice is the same text.</summary>
    public override string ToString() => _text;

    private static DerivativeList ParseAnew(string text)
    {
        var words = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is [Nothing]) return new DerivativeList([]);
        if (words is [Everything]) return new DerivativeList([.. Derivatives.Choices.Select(Plain)]);
        var chosen = Array.ConvertAll(words, Read);
        if (chosen.CountBy(static word => word.Derivative).FirstOrDefault(static one => one.Value > 1).Key is { } twice)
            throw new FormatException($"'{twice.Name}' is chosen twice.");
        // In the order of the catalogue, so that the same choice is always the same text.
        return new DerivativeList([.. Derivatives.Choices.SelectMany(one => chosen.Where(word => word.Derivative == one))]);
    }

    private static (Derivative Derivative, string[] Variants) Plain(Derivative derivative) => (derivative, []);

    private static (Derivative Derivative, string[] Variants) Read(string word)
    {
        var parts = word.Split(':', StringSplitOptions.TrimEntries);
        var derivative = Derivatives.Choices.FirstOrDefault(one => one.Name == parts[0])
            ?? throw new FormatException(
                $"There is no derivative '{parts[0]}'. Choose of {string.Join(", ", Derivatives.Choices.Select(static one => one.Name))}, or all, or none.");
        var variants = parts[1..];
        if (variants.FirstOrDefault(variant => !IsVariant(derivative, variant)) is { } unknown)
        {
            throw new FormatException(derivative.Variants.Count == 0
                ? $"The derivative '{derivative.Name}' has no variants, so '{unknown}' can't be one."
                : $"'{unknown}' is no variant of '{derivative.Name}'. It has {string.Join(", ", derivative.Variants)}.");
        }
        return (derivative, [.. variants.Order(StringComparer.Ordinal).Distinct()]);
    }

    private static bool IsVariant(Derivative derivative, string variant) =>
        derivative.Variants.Contains(variant)
        || (derivative.Variants.Contains(AnyNumber) && int.TryParse(variant, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private sealed record Choice(string Text, DerivativeList List);
}

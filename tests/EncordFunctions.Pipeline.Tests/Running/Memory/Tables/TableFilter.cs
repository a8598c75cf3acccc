using System.Globalization;
using System.Text.RegularExpressions;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Tables;

/// <summary>Reads a $filter: comparisons, put together by and, or, not and brackets.</summary>
internal sealed partial class TableFilter
{
    private readonly Queue<string> _tokens;

    private TableFilter(string text) => _tokens = new(Token().Matches(text).Select(static match => match.Value));

    /// <exception cref="FormatException">It says something that is not read here.</exception>
    public static Predicate<StoredEntity> Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return static _ => true;
        var filter = new TableFilter(text);
        var whole = filter.Or();
        return filter._tokens.Count == 0 ? whole : throw new FormatException(text);
    }

    private Predicate<StoredEntity> Or()
    {
        var left = And();
        while (Takes("or"))
        {
            var (one, other) = (left, And());
            left = entity => one(entity) || other(entity);
        }
        return left;
    }

    private Predicate<StoredEntity> And()
    {
        var left = Term();
        while (Takes("and"))
        {
            var (one, other) = (left, Term());
            left = entity => one(entity) && other(entity);
        }
        return left;
    }

    private Predicate<StoredEntity> Term()
    {
        if (Takes("not"))
        {
            var term = Term();
            return entity => !term(entity);
        }
        if (!Takes("(")) return Comparison(Next(), Next(), Literal(Next()));
        var inner = Or();
        return Takes(")") ? inner : throw new FormatException("A bracket stays open.");
    }

    // An entity without the property, or with one of another type, matches nothing.
    private static Predicate<StoredEntity> Comparison(string name, string sign, IComparable literal)
    {
        Predicate<int> holds = sign switch
        {
            "eq" => static order => order == 0,
            "ne" => static order => order != 0,
            "gt" => static order => order > 0,
            "ge" => static order => order >= 0,
            "lt" => static order => order < 0,
            "le" => static order => order <= 0,
            _ => throw new FormatException(sign),
        };
        return entity => entity[name] is { } value && value.GetType() == literal.GetType() && holds(Compare(value, literal));
    }

    private static int Compare(IComparable value, IComparable literal) =>
        value is string text ? string.CompareOrdinal(text, (string)literal) : value.CompareTo(literal);

    private static IComparable Literal(string token)
    {
        if (token[0] == '\'') return token[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (token.StartsWith("datetime'", StringComparison.Ordinal)) return DateTimeOffset.Parse(token[9..^1], CultureInfo.InvariantCulture);
        if (token is "true" or "false") return token == "true";
        return decimal.Parse(token.TrimEnd('L'), CultureInfo.InvariantCulture);
    }

    private string Next() => _tokens.TryDequeue(out var token) ? token : throw new FormatException("A filter ends early.");

    private bool Takes(string token) => _tokens.TryPeek(out var next) && next == token && _tokens.TryDequeue(out _);

    [GeneratedRegex(@"[()]|(datetime)?'([^']|'')*'|[^\s()']+")]
    private static partial Regex Token();
}

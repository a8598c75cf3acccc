namespace EncordFunctions.Labels.Json;

/// <summary>
/// Walks the containers of valid JSON of any length, member by member, element by element, and hands out single values whole.
/// Where the source runs out, every list and object reads as ended.
/// </summary>
internal sealed class JsonWalker
{
    /// <summary>The longest value handed out whole.</summary>
    public const int LongestValue = 64 * 1024 * 1024;

    private enum Step
    {
        Found,
        Ended,
        Starved,
    }

    private readonly JsonSource _source;
    private byte[] _name = new byte[64];
    private int _nameLength;
    private int _taken;

    public JsonWalker(JsonSource source) => _source = source;

    /// <summary>Offset of the next byte; after <see cref="PeekAsync"/> or a step, of the value that follows.</summary>
    public long Offset => _source.Offset;

    /// <summary>Whether the source ended before the value did.</summary>
    public bool RanOut { get; private set; }

    /// <summary>Offset of the current member's name.</summary>
    public long NameOffset { get; private set; }

    /// <summary>The current member's name, decoded. Valid until the next step.</summary>
    public ReadOnlySpan<byte> Name => _name.AsSpan(0, _nameLength);

    /// <summary>The value that <see cref="TakeAsync"/> found. Valid until <see cref="Release"/>.</summary>
    public ReadOnlySpan<byte> Taken => _source.Unread[.._taken];

    /// <summary>Kind of the value that follows.</summary>
    public async ValueTask<JsonKind> PeekAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var unread = _source.Unread;
            var at = JsonBytes.SkipWhitespace(unread, 0);
            _source.Advance(at);
            if (at < unread.Length) return JsonBytes.KindOf(unread[at]);
            if (!await _source.FillAsync(cancellationToken).ConfigureAwait(false)) return JsonKind.End;
        }
    }

    /// <summary>Steps into the list or object that <see cref="PeekAsync"/> found.</summary>
    public void Enter() => _source.Advance(1);

    /// <summary>Steps to the next member's value and sets <see cref="Name"/>; false steps out of the object.</summary>
    public ValueTask<bool> NextMemberAsync(CancellationToken cancellationToken)
    {
        var step = TryNextMember();
        return step == Step.Starved ? RefillForMemberAsync(cancellationToken) : new(step == Step.Found);
    }

    /// <summary>Steps to the next element; false steps out of the list.</summary>
    public ValueTask<bool> NextElementAsync(CancellationToken cancellationToken)
    {
        var step = TryNextElement();
        return step == Step.Starved ? RefillForElementAsync(cancellationToken) : new(step == Step.Found);
    }

    /// <summary>Steps over the value that follows.</summary>
    public async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        await PeekAsync(cancellationToken).ConfigureAwait(false);
        var scanner = new ValueScanner();
        do
        {
            var length = scanner.Push(_source.Unread);
            _source.Advance(length < 0 ? _source.Unread.Length : length);
            if (length >= 0) return;
        }
        while (await _source.FillAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Makes the value that follows available whole as <see cref="Taken"/>, to be given back by <see cref="Release"/>.
    /// False: it is longer than <see cref="LongestValue"/> (then it is still there to be skipped), or the source ran out.
    /// </summary>
    public ValueTask<bool> TakeAsync(CancellationToken cancellationToken)
    {
        var unread = _source.Unread;
        var at = JsonBytes.SkipWhitespace(unread, 0);
        _source.Advance(at);
        var scanner = new ValueScanner();
        _taken = scanner.Push(unread[at..]);
        return _taken >= 0 ? new(true) : RefillForValueAsync(cancellationToken);
    }

    /// <summary>Steps to the next element and takes it, if it is in the window whole; otherwise nothing has happened.</summary>
    public bool TryTakeNextElement()
    {
        var unread = _source.Unread;
        var at = SkipToNext(unread);
        if (at == unread.Length || unread[at] == ']') return false;
        var scanner = new ValueScanner();
        var length = scanner.Push(unread[at..]);
        if (length < 0) return false;
        _source.Advance(at);
        _taken = length;
        return true;
    }

    /// <summary>Steps over the taken value.</summary>
    public void Release()
    {
        _source.Advance(_taken);
        _taken = 0;
    }

    private async ValueTask<bool> RefillForValueAsync(CancellationToken cancellationToken)
    {
        await PeekAsync(cancellationToken).ConfigureAwait(false);
        var scanned = 0;
        var scanner = new ValueScanner();
        while (true)
        {
            var length = scanner.Push(_source.Unread[scanned..]);
            if (length >= 0 && scanned + length <= LongestValue)
            {
                _taken = scanned + length;
                return true;
            }
            scanned = _source.Unread.Length;
            if (scanned > LongestValue) break;
            if (!await _source.FillAsync(cancellationToken).ConfigureAwait(false))
            {
                RanOut = true;
                break;
            }
        }
        _taken = 0;
        return false;
    }

    private async ValueTask<bool> RefillForMemberAsync(CancellationToken cancellationToken)
    {
        while (await _source.FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var step = TryNextMember();
            if (step != Step.Starved) return step == Step.Found;
        }
        RanOut = true;
        return false;
    }

    private async ValueTask<bool> RefillForElementAsync(CancellationToken cancellationToken)
    {
        while (await _source.FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var step = TryNextElement();
            if (step != Step.Starved) return step == Step.Found;
        }
        RanOut = true;
        return false;
    }

    private Step TryNextElement()
    {
        var unread = _source.Unread;
        var at = SkipToNext(unread);
        if (at == unread.Length) return Step.Starved;
        if (unread[at] == ']')
        {
            _source.Advance(at + 1);
            return Step.Ended;
        }
        _source.Advance(at);
        return Step.Found;
    }

    private Step TryNextMember()
    {
        var unread = _source.Unread;
        var at = SkipToNext(unread);
        if (at == unread.Length) return Step.Starved;
        if (unread[at] == '}')
        {
            _source.Advance(at + 1);
            return Step.Ended;
        }
        var scanner = new ValueScanner();
        var length = scanner.Push(unread[at..]);
        if (length < 0) return Step.Starved;
        var value = JsonBytes.SkipWhitespace(unread, at + length) + 1;
        if (value < unread.Length) value = JsonBytes.SkipWhitespace(unread, value);
        if (value >= unread.Length) return Step.Starved;
        SetName(unread[(at + 1)..(at + length - 1)]);
        NameOffset = _source.Offset + at;
        _source.Advance(value);
        return Step.Found;
    }

    private static int SkipToNext(ReadOnlySpan<byte> unread)
    {
        var at = JsonBytes.SkipWhitespace(unread, 0);
        return at < unread.Length && unread[at] == ',' ? JsonBytes.SkipWhitespace(unread, at + 1) : at;
    }

    private void SetName(ReadOnlySpan<byte> raw)
    {
        if (_name.Length < raw.Length) _name = new byte[raw.Length * 2];
        _nameLength = JsonText.Decode(raw, _name);
    }
}

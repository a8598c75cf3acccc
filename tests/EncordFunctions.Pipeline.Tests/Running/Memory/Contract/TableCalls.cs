using Azure;
using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Contract;

/// <summary>Calls to one partition of a table, chosen by numbers.</summary>
internal sealed class TableCalls(TableClient table, string partition)
{
    private static readonly string[] Filters =
    [
        "RowKey ge 'row-1'", "Text eq 'it''s 3' or Number lt 4", "not (Number gt 2) and RowKey ne 'row-0'", "Long gt 3L", "Flag eq true", "Gone eq 1",
        "Text ge 'it' and Text lt 'it~'", "When gt datetime'2026-01-02T00:00:00Z'",
    ];

    // By row: Azurite may give two rows that are written at the same time the same one.
    private readonly Dictionary<int, List<ETag>> _known = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Makes a call.</summary>
    public Task<object?> CallAsync(int kind, int which, int value) => (kind % 10) switch
    {
        0 => DoneAsync(which, table.AddEntityAsync(Entity(which, value), Stop)),
        1 => DoneAsync(which, table.UpsertEntityAsync(Entity(which, value), TableUpdateMode.Replace, Stop)),
        2 => DoneAsync(which, table.UpsertEntityAsync(Entity(which, value), TableUpdateMode.Merge, Stop)),
        3 => DoneAsync(which, table.UpdateEntityAsync(Entity(which, value), Known(which, value), TableUpdateMode.Replace, Stop)),
        4 => DoneAsync(which, table.UpdateEntityAsync(Entity(which, value), Known(which, value), TableUpdateMode.Merge, Stop)),
        5 => DoneAsync(which, table.DeleteEntityAsync(partition, Row(which), Known(which, value), Stop)),
        6 => FindAsync(which, value),
        7 => ListAsync(Filters[value % Filters.Length]),
        _ => TransactAsync(which, value),
    };

    /// <summary>All of the partition.</summary>
    public Task<object?> DumpAsync() => ListAsync(null);

    private static string Row(int which) => $"row-{which} 'ä+%";

    private TableEntity Entity(int which, int value)
    {
        var entity = new TableEntity(partition, Row(which)) { ["Text"] = $"it's {value}" };
        if (value % 2 == 0) entity["Number"] = value;
        if (value % 3 == 0) entity["Long"] = (long)value;
        if (value % 3 == 1) entity["Flag"] = value % 4 == 0;
        if (value % 4 == 1) entity["Bytes"] = new byte[] { 1, 2, (byte)value };
        if (value % 5 == 1) entity["When"] = new DateTimeOffset(2026, 1, value + 1, 3, 4, 5, TimeSpan.Zero);
        if (value % 5 == 2) entity["Share"] = value + 0.5;
        if (value % 5 == 3) entity["Text"] = null;
        return entity;
    }

    private List<ETag> Known(int which) => _known.TryGetValue(which, out var known) ? known : _known[which] = [ETag.All];

    private ETag Known(int which, int value) => Known(which)[^(1 + value % Known(which).Count)];

    private async Task<object?> DoneAsync(int which, Task<Response> call)
    {
        var response = await call;
        if (response.Headers.ETag is { } etag) Known(which).Add(etag);
        return $"{response.Status} {response.Headers.ETag is not null}";
    }

    private async Task<object?> FindAsync(int which, int value)
    {
        var select = value % 2 == 0 ? null : (string[])["Text", "Number"];
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, Row(which), select, Stop);
        if (!found.HasValue) return "nothing";
        Known(which).Add(found.Value!.ETag);
        return Text(found.Value);
    }

    private async Task<object?> ListAsync(string? filter)
    {
        var own = $"PartitionKey eq '{partition}'";
        var pages = new List<string>();
        await foreach (var page in table.QueryAsync<TableEntity>(filter is null ? own : $"{own} and ({filter})", 2, cancellationToken: Stop).AsPages())
            pages.AddRange(page.Values.Select(Text));
        return string.Join(" | ", pages);
    }

    private async Task<object?> TransactAsync(int which, int value)
    {
        // The same entity twice, now and then.
        int[] rows = [which, (which + 1) % 4, value % 7 == 0 ? which : (which + 2) % 4];
        TableTransactionAction[] actions =
        [
            new(TableTransactionActionType.UpsertReplace, Entity(rows[0], value)),
            new((TableTransactionActionType)(value % 6), Entity(rows[1], value + 1), Known(rows[1], value)),
            new(TableTransactionActionType.UpsertMerge, Entity(rows[2], value)),
        ];
        var responses = (await table.SubmitTransactionAsync(actions, Stop)).Value;
        foreach (var (row, response) in rows.Zip(responses))
            if (response.Headers.ETag is { } etag) Known(row).Add(etag);
        return string.Join(' ', responses.Select(static response => $"{response.Status} {response.Headers.ETag is not null}"));
    }

    private static string Text(TableEntity entity) => string.Join(' ', entity
        .Where(static pair => pair.Key is not ("odata.etag" or "Timestamp" or "PartitionKey"))
        .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
        .Select(static pair => $"{pair.Key}={pair.Value?.GetType().Name} {(pair.Value is byte[] bytes ? Convert.ToHexString(bytes) : pair.Value)}"));
}

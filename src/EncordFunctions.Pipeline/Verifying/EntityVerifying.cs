using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Verifying;

/// <summary>Compares entities member by member.</summary>
internal sealed class EntityVerifying(Findings findings)
{
    private const string Whole = "entity";
    private const int TextChars = 200;

    /// <summary>Compares a partition with what was written to it.</summary>
    /// <param name="table">The partition's table.</param>
    /// <param name="partition">Its key.</param>
    /// <param name="should">What was written, by row key.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task PartitionAsync(
        TableClient table, string partition, Dictionary<string, TableEntity> should, CancellationToken cancellationToken)
    {
        await foreach (var stands in table.QueryAsync<TableEntity>($"PartitionKey eq '{partition}'", cancellationToken: cancellationToken))
            Compare(table.Name, stands, should.Remove(stands.RowKey, out var written) ? written : null);
        foreach (var missing in should.Values) Compare(table.Name, null, missing);
    }

    /// <summary>Compares an entity with what was written.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="stands">What stands; null where nothing does.</param>
    /// <param name="should">What was written; null where nothing was.</param>
    /// <param name="except">A member that is left out.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Compare(string table, TableEntity? stands, TableEntity? should, string? except = null)
    {
        findings.EntityDone();
        var key = stands ?? should!;
        var place = $"{table}/{key.PartitionKey}/{key.RowKey}";
        if (stands is null || should is null)
        {
            findings.Add(place, Whole, stands is null ? Difference.Nothing : "one", should is null ? Difference.Nothing : "one");
            return false;
        }

        var isEqual = true;
        foreach (var member in stands.Keys.Union(should.Keys).Order(StringComparer.Ordinal))
        {
            if (member is "odata.etag" or "Timestamp" or "PartitionKey" or "RowKey" || member == except) continue;
            stands.TryGetValue(member, out var one);
            should.TryGetValue(member, out var other);
            if (AreEqual(one, other)) continue;
            findings.Add(place, member, Shown(one), Shown(other));
            isEqual = false;
        }
        return isEqual;
    }

    private static bool AreEqual(object? one, object? other) => (one, other) switch
    {
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        _ => Equals(one, other),
    };

    private static string Shown(object? value) => value switch
    {
        null => Difference.Nothing,
        byte[] bytes => $"{bytes.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}",
        string { Length: > TextChars } text => $"{JsonSerializer.Serialize(text[..TextChars])}… of {text.Length} characters",
        string text => JsonSerializer.Serialize(text),
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Entities = System.Collections.Immutable.ImmutableSortedDictionary<
    EncordFunctions.Pipeline.Tests.Running.Memory.Tables.EntityKey, EncordFunctions.Pipeline.Tests.Running.Memory.Tables.StoredEntity>;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Tables;

/// <summary>Tables of entities.</summary>
internal sealed partial class TableService(ServiceTime time)
{
    private const int LargestPage = 1000;

    private readonly Dictionary<string, Entities> _tables = [];

    public ServiceAnswer Serve(ServiceRequest request)
    {
        try
        {
            return request.Path == "$batch" ? TableBatch.Serve(request, Attempt) : Operate(request);
        }
        catch (ServiceException refusal)
        {
            return Refuse(refusal, null);
        }
    }

    /// <summary>The refusal as tables tell it.</summary>
    /// <param name="refusal">What is refused.</param>
    /// <param name="index">Which operation of a batch it is.</param>
    public static ServiceAnswer Refuse(ServiceException refusal, int? index)
    {
        var message = index is null ? refusal.Message : $"{index}:{refusal.Message}";
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object> { ["odata.error"] = new { code = refusal.Code, message = new { lang = "en-US", value = message } } });
        return new ServiceAnswer(refusal.Status, body).With("Content-Type", "application/json").With("x-ms-error-code", refusal.Code);
    }

    /// <summary>Does all of some operations or nothing.</summary>
    private List<ServiceAnswer> Attempt(IEnumerable<ServiceRequest> operations)
    {
        var before = _tables.ToList();
        var answers = new List<ServiceAnswer>();
        var keys = new HashSet<EntityKey>();
        try
        {
            foreach (var operation in operations)
            {
                if (!keys.Add(KeyOf(operation))) throw new ServiceException(400, "InvalidDuplicateRow", "An entity is there more than once.");
                if (keys.Select(static key => key.Partition).Distinct().Count() > 1)
                    throw new ServiceException(400, "CommandsInBatchActOnDifferentPartitions", "All commands in a batch must operate on the same partition.");
                answers.Add(Operate(operation));
            }
        }
        catch (ServiceException refusal)
        {
            foreach (var (name, entities) in before) _tables[name] = entities;
            return [Refuse(refusal, answers.Count)];
        }
        return answers;
    }

    private ServiceAnswer Operate(ServiceRequest request)
    {
        var path = Addressed(request);
        var (table, one) = (path.Groups["table"].Value, path.Groups["keys"].Success);
        var key = KeyIn(path);
        return (request.Method, table, one) switch
        {
            ("POST", "Tables", false) => CreateTable(request),
            ("POST", _, false) => Insert(request, table),
            ("GET", not "Tables", false) => Query(request, table),
            ("GET", _, true) => Get(request, Table(table), key),
            ("PUT" or "PATCH", _, true) => Write(request, table, key),
            ("DELETE", _, true) => Delete(request, table, key),
            _ => throw request.NotServed(),
        };
    }

    private ServiceAnswer CreateTable(ServiceRequest request)
    {
        using var json = JsonDocument.Parse(request.Body);
        if (!_tables.TryAdd(json.RootElement.GetProperty("TableName").GetString()!, Entities.Empty))
            throw new ServiceException(409, "TableAlreadyExists", "The table specified already exists.");
        return Quiet(request, new ServiceAnswer(204));
    }

    private Entities Table(string name) =>
        _tables.GetValueOrDefault(name) ?? throw new ServiceException(404, "TableNotFound", "The table specified does not exist.");

    private ServiceAnswer Insert(ServiceRequest request, string table)
    {
        var (key, properties) = EntityJson.Read(request.Body);
        if (Table(table).ContainsKey(key)) throw new ServiceException(409, "EntityAlreadyExists", "The specified entity already exists.");
        return Quiet(request, Put(table, key, properties));
    }

    private ServiceAnswer Write(ServiceRequest request, string table, EntityKey key)
    {
        var stands = Table(table).GetValueOrDefault(key);
        Check(request, stands);
        var properties = EntityJson.Read(request.Body).Properties;
        return Put(table, key, request.Method == "PATCH" && stands is not null ? stands.Properties.SetItems(properties) : properties);
    }

    private ServiceAnswer Put(string table, EntityKey key, ImmutableSortedDictionary<string, StoredProperty> properties)
    {
        var entity = new StoredEntity(key, properties, time.NextStamp());
        _tables[table] = Table(table).SetItem(key, entity);
        return new ServiceAnswer(204).With("ETag", entity.ETag);
    }

    private ServiceAnswer Delete(ServiceRequest request, string table, EntityKey key)
    {
        if (request.Header("If-Match") is null) throw request.NotServed();
        Check(request, Table(table).GetValueOrDefault(key));
        _tables[table] = Table(table).Remove(key);
        return new ServiceAnswer(204);
    }

    private static void Check(ServiceRequest request, StoredEntity? stands)
    {
        if (request.Header("If-Match") is not { } wanted) return;
        if (stands is null) throw NotFound();
        if (wanted != "*" && wanted != stands.ETag)
            throw new ServiceException(412, "UpdateConditionNotSatisfied", "The update condition specified in the request was not satisfied.");
    }

    private static ServiceAnswer Get(ServiceRequest request, Entities table, EntityKey key)
    {
        var entity = table.GetValueOrDefault(key) ?? throw NotFound();
        return Json(json => EntityJson.Write(json, entity, Select(request))).With("ETag", entity.ETag);
    }

    private ServiceAnswer Query(ServiceRequest request, string table)
    {
        var isWanted = Filter(request);
        var from = new EntityKey(request.Parameter("NextPartitionKey") ?? "", request.Parameter("NextRowKey") ?? "");
        var size = Math.Min(request.Number("$top") ?? LargestPage, LargestPage);
        var found = Table(table).Values.Where(entity => entity.Key.CompareTo(from) >= 0 && isWanted(entity)).Take(size + 1).ToList();
        var answer = Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("value");
            foreach (var entity in found.Take(size)) EntityJson.Write(json, entity, Select(request));
            json.WriteEndArray();
            json.WriteEndObject();
        });
        return found.Count <= size ? answer : answer
            .With("x-ms-continuation-NextPartitionKey", found[size].Key.Partition).With("x-ms-continuation-NextRowKey", found[size].Key.Row);
    }

    private static Predicate<StoredEntity> Filter(ServiceRequest request)
    {
        try
        {
            return TableFilter.Parse(request.Parameter("$filter"));
        }
        catch (FormatException)
        {
            throw request.NotServed();
        }
    }

    private static string[]? Select(ServiceRequest request) => request.Parameter("$select")?.Split(',');

    private static ServiceException NotFound() => new(404, "ResourceNotFound", "The specified resource does not exist.");

    // Nobody here asks for what was just written.
    private static ServiceAnswer Quiet(ServiceRequest request, ServiceAnswer answer) => request.Header("Prefer") == "return-no-content"
        ? answer.With("Preference-Applied", "return-no-content")
        : throw request.NotServed();

    private static ServiceAnswer Json(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body)) write(json);
        return new ServiceAnswer(200, body.WrittenSpan.ToArray()).With("Content-Type", "application/json;odata=minimalmetadata");
    }

    private static Match Addressed(ServiceRequest request) => Address().Match(request.Path) is { Success: true } path ? path : throw request.NotServed();

    private static EntityKey KeyOf(ServiceRequest request) => request.Method == "POST" ? EntityJson.Read(request.Body).Key : KeyIn(Addressed(request));

    private static EntityKey KeyIn(Match path) => new(Unquote(path.Groups["partition"].Value), Unquote(path.Groups["row"].Value));

    private static string Unquote(string key) => key.Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<table>\w+)(?<keys>\(PartitionKey='(?<partition>([^']|'')*)',RowKey='(?<row>([^']|'')*)'\))?(\(\))?$")]
    private static partial Regex Address();
}

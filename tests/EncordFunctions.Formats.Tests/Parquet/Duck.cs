using DuckDB.NET.Data;

namespace EncordFunctions.Formats.Tests.Parquet;

/// <summary>Reads Parquet files with DuckDB, which shares no code with what wrote them.</summary>
internal sealed class Duck : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly string _folder = Directory.CreateTempSubdirectory("parquet-").FullName;
    private readonly string _path;

    public Duck(byte[] file)
    {
        // DuckDB takes a file for Parquet by its name.
        _path = Path.Combine(_folder, "one.parquet");
        File.WriteAllBytes(_path, file);
        _connection.Open();
        Ask("SET TimeZone = 'UTC'");
    }

    /// <summary>Asks; FILE stands for the file.</summary>
    public List<object?[]> Ask(string question)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = question.Replace("FILE", $"'{_path}'", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : Value(reader, i))]);
        return rows;
    }

    public object? One(string question) => Assert.Single(Assert.Single(Ask(question)));

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static object Value(DuckDBDataReader reader, int column)
    {
        var value = reader.GetValue(column);
        if (value is not Stream stream) return value;
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

using CsCheck;
using EncordFunctions.Formats.Parquet;
using EncordFunctions.Formats.Tests.Support;

namespace EncordFunctions.Formats.Tests.Parquet;

public sealed class ParquetCodec
{
    private sealed record Line(string? Text, string? Same, byte[]? Bytes, long? Whole, int Small, double? Number, bool Flag);

    private static readonly Gen<string?> Texts = Gen.OneOf(Gen.Const((string?)null), Gen.OneOf(Gen.Const<string?>(""), Gen.Const<string?>("a"), Gen.Const<string?>("Größe"), Gen.Const<string?>("ＡＢ"), Gen.Const<string?>("😀")), Gen.String[Gen.Char.AlphaNumeric, 0, 100].Select(static text => (string?)text));

    // Runs of the same line: nothing else makes run lengths, and columns without a value.
    private static readonly Gen<List<Line>> Lines = Gen.Select(
        Gen.Select(
            Texts, Gen.OneOf(Gen.Const((string?)null), Gen.Const<string?>("x"), Gen.Const<string?>("y")), Gen.Byte.Array[0, 40].Null(), Maybe(Gen.Long), Gen.Int, Maybe(Gen.Double[-1e9, 1e9]), Gen.Bool,
            static (text, same, bytes, whole, small, number, flag) => new Line(text, same, bytes, whole, small, number, flag)),
        Gen.Int[1, 30],
        static (line, times) => (line, times)).Array[0, 200]
        .Select(static runs => runs.SelectMany(static run => Enumerable.Repeat(run.line, run.times)).ToList());

    [Fact]
    public Task What_goes_into_a_file_comes_out_of_it() => Gen.Select(Lines, Gen.Int[1, 3]).SampleAsync(
        static async (lines, groups) =>
        {
            var file = await WriteAsync(lines, groups);
            using var duck = new Duck(file);
            var read = duck.Ask("SELECT text, same, bytes, whole, small, number, flag FROM FILE");
            Assert.Equal(lines.Count * groups, read.Count);
            foreach (var (i, row) in read.Index())
            {
                var line = lines[i % lines.Count];
                Assert.Equal([line.Text, line.Same, line.Bytes, line.Whole, line.Small, line.Number, line.Flag], row);
            }
            // What readers skip groups by must hold.
            foreach (var line in lines.Take(3))
            {
                if (line.Whole is { } whole) Assert.NotEqual(0L, duck.One($"SELECT count(*) FROM FILE WHERE whole = {whole}"));
                if (line.Text is { } text) Assert.NotEqual(0L, duck.One($"SELECT count(*) FROM FILE WHERE text = '{text}'"));
            }
        },
        iter: 30, threads: 1);

    [Fact]
    public async Task Long_columns_are_several_pages()
    {
        var column = new BytesColumn("bytes", ColumnKind.Bytes);
        var texts = new TextColumn("texts");
        for (var i = 0; i < 5000; i++)
        {
            if (i % 3 == 0) column.AddNull();
            else column.Add(new byte[1000 + i]);
            texts.Add(System.Text.Encoding.UTF8.GetBytes($"{i} {new string('x', 900)}"));
        }
        var files = new MemoryFiles();
        var file = new ParquetFile(files.Create("f", ""), [column, texts]);

        await file.WriteGroupAsync(TestContext.Current.CancellationToken);
        await file.CompleteAsync([], TestContext.Current.CancellationToken);

        Assert.InRange(files.Flushes, 15, 40);
        using var duck = new Duck(files.Files["f"]);
        Assert.Equal(
            [[5000L, 3333L, Enumerable.Range(0, 5000).Where(i => i % 3 != 0).Sum(i => 1000L + i), 5000L]],
            duck.Ask("SELECT count(*), count(bytes), sum(octet_length(bytes))::BIGINT, count(DISTINCT texts) FROM FILE"));
        Assert.Equal("4999 xxx", duck.One("SELECT texts[1:8] FROM FILE OFFSET 4999"));
    }

    private static Gen<T?> Maybe<T>(Gen<T> of) where T : struct =>
        Gen.Select(of, Gen.Bool, static (value, there) => there ? value : (T?)null);

    private static async Task<byte[]> WriteAsync(List<Line> lines, int groups)
    {
        var (text, same) = (new TextColumn("text"), new TextColumn("same"));
        var bytes = new BytesColumn("bytes", ColumnKind.Bytes);
        var (whole, small) = (new WholeColumn("whole", ColumnKind.Int64), new WholeColumn("small", ColumnKind.Int32, optional: false));
        var (number, flag) = (new DoubleColumn("number"), new FlagColumn("flag"));
        var files = new MemoryFiles();
        var file = new ParquetFile(files.Create("f", ""), [text, same, bytes, whole, small, number, flag]);
        for (var group = 0; group < groups; group++)
        {
            foreach (var line in lines)
            {
                if (line.Text is null) text.AddNull();
                else text.Add(System.Text.Encoding.UTF8.GetBytes(line.Text));
                if (line.Same is null) same.AddNull();
                else same.Add(System.Text.Encoding.UTF8.GetBytes(line.Same));
                if (line.Bytes is null) bytes.AddNull();
                else bytes.Add(line.Bytes);
                if (line.Whole is { } value) whole.Add(value);
                else whole.AddNull();
                small.Add(line.Small);
                number.Add(line.Number ?? double.NaN);
                flag.Add(line.Flag);
            }
            await file.WriteGroupAsync(TestContext.Current.CancellationToken);
        }
        await file.CompleteAsync([], TestContext.Current.CancellationToken);
        return files.Files["f"];
    }
}

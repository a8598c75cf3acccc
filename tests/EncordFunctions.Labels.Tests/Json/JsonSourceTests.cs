using System.Text;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Json;

public sealed class JsonSourceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task What_comes_before_a_fault_is_handed_out_and_nothing_after_it(int chunk)
    {
        const string Json = """{"a":[1,2,3],"b":nil,"c":4}""";
        var fault = Json.IndexOf("il", StringComparison.Ordinal);
        foreach (var drops in new[] { true, false })
        {
            using var source = new JsonSource(new ChunkedStream(Encoding.UTF8.GetBytes(Json), _ => chunk), new JsonValidator());
            var read = new StringBuilder();
            while (await source.FillAsync(CancellationToken.None))
            {
                Assert.False(source.Unread.IsEmpty);
                if (!drops) continue;
                read.Append(Encoding.UTF8.GetString(source.Unread));
                source.Advance(source.Unread.Length);
            }

            Assert.Equal(Json[..fault], $"{read}{Encoding.UTF8.GetString(source.Unread)}");
            Assert.Equal(fault, source.Fault!.Offset);
        }
    }

    [Fact]
    public async Task A_fault_right_where_a_piece_begins_is_the_end()
    {
        using var source = new JsonSource(new ChunkedStream("[1,]"u8.ToArray(), _ => 3), new JsonValidator());

        Assert.True(await source.FillAsync(CancellationToken.None));
        Assert.False(await source.FillAsync(CancellationToken.None));
        Assert.Equal("[1,", Encoding.UTF8.GetString(source.Unread));
    }

    [Fact]
    public async Task After_its_end_a_stream_is_not_read_again()
    {
        var stream = new MemoryStream();
        stream.Write("[1"u8);
        stream.Position = 0;
        using var source = new JsonSource(stream, new JsonValidator());
        Assert.True(await source.FillAsync(CancellationToken.None));
        Assert.False(await source.FillAsync(CancellationToken.None));

        stream.Write("]"u8);
        stream.Position = 2;

        Assert.False(await source.FillAsync(CancellationToken.None));
        Assert.Equal("[1", Encoding.UTF8.GetString(source.Unread));
        Assert.Equal("the bytes end inside a list", source.Fault!.Message);
    }

    [Fact]
    public async Task Without_a_validator_there_are_neither_faults_nor_repeated_names()
    {
        using var source = new JsonSource(new MemoryStream("""{"a":1,"a":}"""u8.ToArray()), null);

        while (await source.FillAsync(CancellationToken.None))
        {
        }

        Assert.Null(source.Fault);
        Assert.Empty(source.Repeats);
        Assert.Equal(0, source.RepeatCount);
    }

    [Fact]
    public async Task Once_given_back_it_is_empty_and_reads_no_more()
    {
        var stream = new ChunkedStream("[1,2,3]"u8.ToArray(), _ => 2);
        var source = new JsonSource(stream, null);
        Assert.True(await source.FillAsync(CancellationToken.None));

        source.Dispose();
        stream.Dispose();

        Assert.True(source.Unread.IsEmpty);
        Assert.False(await source.FillAsync(CancellationToken.None));
    }

    /// <summary>Rows of images are small and many: a window for each would be most of what is allocated.</summary>
    [Fact]
    public void Windows_are_used_again_from_row_to_row()
    {
        var text = Encoding.UTF8.GetBytes($"[\"{new string('x', 300_000)}\"]");
        void ReadThrough()
        {
            using var source = new JsonSource(new MemoryStream(text), null);
            var filling = source.FillAsync(CancellationToken.None);
            while (filling.Result) filling = source.FillAsync(CancellationToken.None);
        }
        ReadThrough();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++) ReadThrough();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }
}

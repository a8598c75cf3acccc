using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Tests.Rows;
using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Json;

/// <summary>Values of 64 MiB and around it, made while they are read. Alone, since they fill the pools of the whole process.</summary>
[Collection(nameof(MemoryHeld))]
public sealed class LongestValues
{
    private const int Piece = 1 << 16;

    private static readonly (string Letters, string Digits) Pieces = (new('x', Piece), new('7', Piece));

    [Theory]
    [InlineData(true, 0, true)]
    [InlineData(true, 1, false)]
    [InlineData(false, 0, true)] // A number goes on until something else stands there.
    public async Task A_value_may_have_64_mebibytes_and_one_byte_more_is_only_skipped(bool isText, int more, bool isTaken)
    {
        var (piece, edge) = isText ? (Pieces.Letters, "\"") : (Pieces.Digits, "7");
        using var source = new JsonSource(
            new GeneratedStream(
                GeneratedStream.Same(edge + piece[(2 - more)..]), GeneratedStream.Same(piece, (JsonWalker.LongestValue / Piece) - 1), GeneratedStream.Same($"{edge},8]")),
            null);
        var walker = new JsonWalker(source);

        Assert.Equal(isTaken, await walker.TakeAsync(TestContext.Current.CancellationToken));
        Assert.Equal(isTaken ? JsonWalker.LongestValue : 0, walker.Taken.Length);
        Assert.False(walker.RanOut);
        if (isTaken) walker.Release();
        else await walker.SkipAsync(TestContext.Current.CancellationToken);
        Assert.Equal(JsonWalker.LongestValue + more, walker.Offset);
        Assert.True(await walker.NextElementAsync(TestContext.Current.CancellationToken));
        Assert.Equal(JsonKind.Number, await walker.PeekAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_value_that_is_far_too_long_is_not_read_on_once_that_is_known()
    {
        var made = 0L;
        string Make(long number)
        {
            made = number * Piece;
            return Pieces.Letters;
        }
        using var source = new JsonSource(new GeneratedStream(GeneratedStream.Same("\""), (Make, 5L * JsonWalker.LongestValue / Piece), GeneratedStream.Same("\",")), null);

        Assert.False(await new JsonWalker(source).TakeAsync(TestContext.Current.CancellationToken));
        Assert.InRange(made, JsonWalker.LongestValue - Piece, (2L * JsonWalker.LongestValue) + Piece);
    }
}

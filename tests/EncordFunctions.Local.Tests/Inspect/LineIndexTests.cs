using System.Text;
using CsCheck;
using EncordFunctions.Local.Inspect;

namespace EncordFunctions.Local.Tests.Inspect;

public sealed class LineIndexTests
{
    private static readonly string[] Pieces = ["a", "\n", "ü", "漢", "🙂", "\r\n", new string('x', 20_000)];

    [Fact]
    public async Task Every_place_is_what_counting_from_the_start_gives() =>
        await Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(static at => Pieces[at]).Array[0, 12], Gen.Int[1, 30_000]).SampleAsync(
            async (pieces, chunk) =>
            {
                var text = string.Concat(pieces);
                var bytes = Encoding.UTF8.GetBytes(text);
                using var folder = new TemporaryFolder();
                await File.WriteAllBytesAsync(folder.File("text"), bytes, TestContext.Current.CancellationToken);
                using var file = File.OpenHandle(folder.File("text"), options: FileOptions.Asynchronous);
                var index = new LineIndex();
                foreach (var piece in bytes.Chunk(chunk)) index.Push(piece);

                for (var at = 0; at <= text.Length; at += Math.Max(1, text.Length / 40))
                {
                    if (at < text.Length && char.IsLowSurrogate(text[at])) continue;
                    var before = text[..at];
                    var expected = new TextPlace(1 + before.Count(static c => c == '\n'), at - before.LastIndexOf('\n'));
                    var found = await index.FindAsync(file, Encoding.UTF8.GetByteCount(before), TestContext.Current.CancellationToken);
                    if (found != expected) return false;
                }
                return true;
            },
            iter: 60);
}

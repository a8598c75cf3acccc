using System.Buffers;
using CsCheck;
using EncordFunctions.Formats.Fragments;
using EncordFunctions.Formats.Tests.Support;

namespace EncordFunctions.Formats.Tests.Fragments;

public sealed class FragmentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Records_of_several_tracks_come_back_in_the_order_they_were_written() =>
        Gen.Select(Gen.Char['A', 'Z'], Gen.Byte.Array[0, 40_000]).Array[0, 20].SampleAsync(async records =>
        {
            var fragment = await WriteAsync(records);
            var read = new List<(char, byte[])>();
            await foreach (var (track, payload) in FragmentReader.ReadAsync(new MemoryStream(fragment), Stop)) read.Add((track, payload.ToArray()));

            Assert.Equal(records, read);
        }, iter: 100);

    [Fact]
    public async Task A_fragment_that_is_cut_short_anywhere_inside_a_record_is_refused()
    {
        var fragment = await WriteAsync([('A', [1, 2, 3])]);

        for (var length = 1; length < fragment.Length; length++)
            await Assert.ThrowsAsync<InvalidDataException>(async () => await CountAsync(fragment[..length]));
        Assert.Equal(1, await CountAsync(fragment));
        Assert.Equal(0, await CountAsync([]));
    }

    [Fact]
    public async Task What_claims_to_be_less_than_nothing_is_no_fragment() =>
        await Assert.ThrowsAsync<InvalidDataException>(async () => await CountAsync([(byte)'A', 0xff, 0xff, 0xff, 0xff]));

    private static async Task<byte[]> WriteAsync((char Track, byte[] Payload)[] records)
    {
        var files = new MemoryFiles();
        await using var file = files.Create("fragment", "");
        var fragment = new FragmentFile(file);
        var tracks = records.Select(static record => record.Track).Distinct().ToDictionary(static letter => letter, fragment.Track);
        foreach (var (letter, payload) in records)
        {
            tracks[letter].Begin().Write(payload);
            await tracks[letter].EndAsync(Stop);
        }
        await file.CommitAsync(Stop);
        Assert.Equal(fragment.Length, files.Files["fragment"].Length);
        return files.Files["fragment"];
    }

    private static async Task<int> CountAsync(byte[] fragment)
    {
        var count = 0;
        await foreach (var _ in FragmentReader.ReadAsync(new MemoryStream(fragment), Stop)) count++;
        return count;
    }
}

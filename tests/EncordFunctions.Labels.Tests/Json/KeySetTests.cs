using System.Globalization;
using System.Text;
using CsCheck;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Tests.Json;

public sealed class KeySetTests
{
    [Fact]
    public void Names_of_every_length_and_form_are_told_apart_object_after_object()
    {
        var number = Gen.Int[0, 60].Select(value => value.ToString(CultureInfo.InvariantCulture));
        var name = Gen.OneOf(number, number.Select(value => $"0{value}"), number.Select(value => $"frame {value} of sixty"), Gen.String[Gen.Char['0', '9'], 0, 20]);
        name.Array[0, 120].Array[1, 3].Sample(
            objects =>
            {
                var keys = new KeySet();
                foreach (var names in objects)
                {
                    keys.Clear();
                    var seen = new HashSet<string>();
                    foreach (var next in names) Assert.Equal(seen.Add(next), Add(keys, next));
                }
            },
            iter: 300);
    }

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("object ")]
    public void Of_any_number_of_names_each_is_known_again(string prefix)
    {
        var keys = new KeySet();
        for (var count = 0; count < 130; count++)
        {
            // Those of the object before are forgotten, and its names count otherwise.
            keys.Clear();
            var names = Enumerable.Range(0, count).Select(i => $"{prefix}{(i * 7) % 131}").ToList();
            Assert.All(names, name => Assert.True(Add(keys, name)));
            Assert.All(names, name => Assert.False(Add(keys, name)));
        }
    }

    [Fact]
    public void Names_of_a_large_object_are_not_taken_for_those_of_the_next()
    {
        var keys = new KeySet();
        foreach (var count in new[] { 1_000, 30, 25, 1_000 })
        {
            keys.Clear();
            Assert.All(Enumerable.Range(0, count), i => Assert.True(Add(keys, $"k{i}")));
            Assert.All(Enumerable.Range(0, count), i => Assert.False(Add(keys, $"k{i}")));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(90)]
    [InlineData(99_999_999_999_999_990)]
    [InlineData(999_999_999_999_990_000)]
    public void Names_that_count_up_cost_no_memory_and_each_is_known_again(long first)
    {
        var names = Enumerable.Range(0, 5_000).Select(i => Encoding.ASCII.GetBytes((first + i).ToString(CultureInfo.InvariantCulture))).ToArray();
        var keys = new KeySet();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (added, again) = (0, 0);
        foreach (var name in names) added += keys.Add(name) ? 1 : 0;
        foreach (var name in names) again += keys.Add(name) ? 1 : 0;

        Assert.Equal((names.Length, 0), (added, again));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }

    [Fact]
    public void After_a_million_names_the_next_are_compared_with_those_alone()
    {
        const int Million = 1 << 20;
        var keys = new KeySet();
        for (var i = 0; i < Million; i++) Assert.True(Add(keys, $"k{i}"));

        Assert.True(Add(keys, "one more"));
        Assert.True(Add(keys, "one more"));
        Assert.False(Add(keys, $"k{Million - 1}"));
    }

    private static bool Add(KeySet keys, string name) => keys.Add(Encoding.UTF8.GetBytes(name));
}

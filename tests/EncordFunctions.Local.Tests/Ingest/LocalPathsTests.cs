using CsCheck;
using EncordFunctions.Local.Ingest;

namespace EncordFunctions.Local.Tests.Ingest;

public sealed class LocalPathsTests
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "export");

    [Theory]
    [InlineData("rows/00000000/annotations.jsonl", "rows/00000000/annotations.jsonl")]
    [InlineData("../../etc/passwd", "__/__/etc/passwd")]
    [InlineData("/root", "_/root")]
    [InlineData("a//b/.", "a/_/b/_")]
    [InlineData("c:\\windows", "c__windows")]
    [InlineData("masks/con.png", "masks/_con.png")]
    [InlineData("what?<is>|this*\".png", "what__is__this__.png")]
    [InlineData("ends with. ", "ends with__")]
    public void A_name_becomes_a_path_that_any_system_can_hold(string blob, string path) =>
        Assert.Equal(Path.Combine(Root, path), new LocalPaths(Root, ignoreCase: false).Of(blob));

    [Fact]
    public void Names_that_differ_in_case_alone_get_two_files_where_the_system_does_not_tell_them_apart()
    {
        var insensitive = new LocalPaths(Root, ignoreCase: true);
        var sensitive = new LocalPaths(Root, ignoreCase: false);

        Assert.Equal(Path.Combine(Root, "0-aB.png"), insensitive.Of("0-aB.png"));
        Assert.Equal(Path.Combine(Root, "0-AB~2.png"), insensitive.Of("0-AB.png"));
        Assert.Equal(Path.Combine(Root, "0-ab~3.png"), insensitive.Of("0-ab.png"));
        Assert.Equal(Path.Combine(Root, "0-aB.png"), sensitive.Of("0-aB.png"));
        Assert.Equal(Path.Combine(Root, "0-AB.png"), sensitive.Of("0-AB.png"));
    }

    [Fact]
    public void No_name_leaves_the_folder_and_no_two_names_share_a_file() =>
        Gen.String[Gen.Char["./\\:*ab AB~2"], 0, 8].Array[1, 6].Sample(
            names =>
            {
                var paths = new LocalPaths(Root, ignoreCase: true);
                var given = names.Distinct().Select(name => Path.GetFullPath(paths.Of(name))).ToArray();
                Assert.All(given, path => Assert.StartsWith(Root + Path.DirectorySeparatorChar, path, StringComparison.Ordinal));
                Assert.Equal(given.Length, given.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            },
            iter: 2_000);
}

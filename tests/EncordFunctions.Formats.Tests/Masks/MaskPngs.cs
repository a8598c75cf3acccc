using CsCheck;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Rows;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Formats.Tests.Masks;

public sealed class MaskPngs
{
    private static readonly MaskPng Format = new();

    [Fact]
    public async Task A_mask_becomes_a_picture_that_is_white_where_the_object_is()
    {
        var (files, ledger) = await Writing.WriteAsync(Format, Writing.Read(new Point(default)), Writing.Read(new Bitmask(Writing.TopRow)));

        var (pixels, width, height) = TinyPng.Read(files.Files["masks/4-o_-1.png"]);
        Assert.Equal((3, 2), (width, height));
        Assert.Equal<byte>([1, 1, 1, 0, 0, 0], pixels);
        Assert.Equal("image/png", files.ContentTypes["masks/4-o_-1.png"]);
        Assert.Equal(("masks", 1L, 1L), (ledger.Derivative, ledger.In, ledger.Written));
    }

    [Fact]
    public Task Every_mask_is_drawn_pixel_by_pixel() => Gen.Select(Gen.Int[1, 90], Gen.Int[1, 40]).SelectMany(
        (width, height) => Gen.Byte[0, 1].Array[width * height].Select(pixels => (pixels, width, height))).SampleAsync(
        async picture =>
        {
            var (pixels, width, height) = picture;
            var (files, _) = await Writing.WriteAsync(Format, Writing.Read(new Bitmask(Mask.FromBytes(pixels, width, height))));

            Assert.Equal(picture, TinyPng.Read(Assert.Single(files.Files).Value), PixelsEqual);
        },
        iter: 200);

    [Fact]
    public async Task A_mask_of_many_bands_is_drawn_whole()
    {
        const int Width = 3001, Height = 2003;
        var pixels = new byte[Width * Height];
        for (var at = 0; at < pixels.Length; at++)
        {
            var (x, y) = ((at % Width) - 1500, (at / Width) - 900);
            pixels[at] = (byte)((x * x) + (y * y * 3) < 1_000_000 ? 1 : 0);
        }

        var (files, _) = await Writing.WriteAsync(
            Format,
            Writing.Read(new Bitmask(Mask.FromBytes(pixels, Width, Height))),
            new RowEvent.AnnotationRead(Writing.Annotate(new Bitmask(Writing.TopRow), "small")));

        Assert.Equal((pixels, Width, Height), TinyPng.Read(files.Files["masks/4-o_-1.png"]), PixelsEqual);
        Assert.Equal<byte>([1, 1, 1, 0, 0, 0], TinyPng.Read(files.Files["masks/4-small.png"]).Pixels);
    }

    [Theory]
    [InlineData("u/ZJ+x1=", "masks/4-u_ZJ-x1=.png")]
    [InlineData("3fa85f64-5717-4562-b3fc-2c963f66afa6", "masks/4-3fa85f64-5717-4562-b3fc-2c963f66afa6.png")]
    [InlineData("", "masks/4-~e3b0c44298fc1c14.png")]
    [InlineData("../\\x", "masks/4-~")]
    [InlineData("a b", "masks/4-~")]
    [InlineData("é", "masks/4-~")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "masks/4-~")]
    public void A_path_is_safe_whatever_the_hash(string hash, string start)
    {
        var path = MaskPng.PathOf(Writing.Annotate(new Bitmask(Writing.TopRow), hash));

        Assert.StartsWith(start, path);
        Assert.Matches("^masks/4-(~[0-9a-f]{16}|[A-Za-z0-9=._-]+)[.]png$", path);
    }

    [Theory]
    [InlineData("image", "space-1", null, "masks/space-1/4-o_-1.png")]
    [InlineData("scene_image", "gs://bucket/cam 1.jpg", null, "masks/~b29587359f5808f8/4-o_-1.png")]
    [InlineData("video", "a/+b", "cam/1", "masks/a_-b/cam_1/4-o_-1.png")]
    [InlineData(null, "unit-1", "lidar1", "masks/lidar1/4-o_-1.png")]
    public void Masks_of_spaces_and_streams_lie_in_folders_of_their_own(string? spaceType, string hash, string? stream, string path)
    {
        var annotation = Writing.Annotate(new Bitmask(Writing.TopRow));
        annotation = annotation with
        {
            Unit = annotation.Unit with { Hash = hash, SpaceType = spaceType },
            Frame = annotation.Frame! with { Stream = stream },
        };

        Assert.Equal(path, MaskPng.PathOf(annotation));
    }

    [Fact]
    public async Task Masks_of_one_object_on_two_spaces_are_two_pictures()
    {
        var one = Writing.Annotate(new Bitmask(Writing.TopRow));
        RowEvent On(string space) => new RowEvent.AnnotationRead(one with { Unit = one.Unit with { Hash = space, SpaceType = "image" } });

        var (files, ledger) = await Writing.WriteAsync(Format, On("left"), On("right"));

        Assert.Equal(["masks/left/4-o_-1.png", "masks/right/4-o_-1.png"], files.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, ledger.Written);
    }

    [Fact]
    public async Task The_line_and_the_picture_agree_on_the_path()
    {
        var annotation = new RowEvent.AnnotationRead(Writing.Annotate(new Bitmask(Writing.TopRow), "no path/at all"));

        var (pictures, _) = await Writing.WriteAsync(Format, annotation);
        var (lines, _) = await Writing.WriteAsync(new AnnotationsJsonl(), annotation);

        Assert.Contains($"\"png\":\"{pictures.Files.Keys.Single()}\"", lines.Text("annotations.jsonl"));
    }

    private static bool PixelsEqual((byte[] Pixels, int Width, int Height) one, (byte[] Pixels, int Width, int Height) other) =>
        one.Width == other.Width && one.Height == other.Height && one.Pixels.AsSpan().SequenceEqual(other.Pixels);
}

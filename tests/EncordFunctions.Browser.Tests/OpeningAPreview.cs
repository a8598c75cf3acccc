namespace EncordFunctions.Browser.Tests;

public sealed class OpeningAPreview(ChromiumFixture chromium, WrittenSample sample)
{
    [Theory]
    [InlineData(90, 320, "Parked car, bounding_box")]
    [InlineData(540, 140, "Sign, rotatable_bounding_box")]
    [InlineData(320, 460, "Road, polygon")]
    [InlineData(320, 380, null)]
    [InlineData(600, 20, null)]
    public async Task Of_a_street_shows_each_object_where_it_was_drawn_and_nothing_in_a_hole(int x, int y, string? expected)
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var requests = 0;
        page.Request += (_, _) => requests++;
        await page.GotoAsync(sample.Address("rows/00000000/preview.svg"));

        var hit = await page.EvaluateAsync<string?>(
            """
            ([x, y]) => {
              const frame = document.querySelector('.frame').getScreenCTM();
              const at = new DOMPoint(x, y).matrixTransform(frame);
              return document.elementFromPoint(at.x, at.y)?.closest('.shapes g')?.querySelector('title')?.textContent ?? null;
            }
            """,
            new[] { x, y });

        if (expected is null) Assert.Null(hit);
        else Assert.StartsWith(expected, hit);
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task Every_one_is_a_picture_a_browser_can_read()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var pictures = Directory.GetFiles(sample.Folder, "*.svg", SearchOption.AllDirectories);
        Assert.True(pictures.Length > 30);
        foreach (var picture in pictures)
        {
            await page.GotoAsync(new Uri(picture).AbsoluteUri);
            Assert.Equal("svg", await page.EvaluateAsync<string>("document.documentElement.nodeName"));
            Assert.Equal(0, await page.Locator("parsererror").CountAsync());
            Assert.True(await page.EvaluateAsync<bool>("document.querySelectorAll('.shapes g').length > 0 && document.querySelector('.frame').getBoundingClientRect().width > 50"), picture);
        }
    }
}

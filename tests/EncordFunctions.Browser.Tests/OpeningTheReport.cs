using System.Text.Json;
using Microsoft.Playwright;

namespace EncordFunctions.Browser.Tests;

public sealed class OpeningTheReport(ChromiumFixture chromium, WrittenSample sample)
{
    [Theory]
    [InlineData(400, 700, ColorScheme.Light)]
    [InlineData(400, 700, ColorScheme.Dark)]
    [InlineData(1400, 800, ColorScheme.Light)]
    [InlineData(1400, 800, ColorScheme.Dark)]
    public async Task From_a_disk_on_any_screen_it_shows_the_worst_problem_first_and_asks_nobody_for_anything(int width, int height, ColorScheme scheme)
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        var (requests, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(sample.Address("report.html"));
        // Everything that can be opened is open, so that all of the page is looked at.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

        Assert.Equal([sample.Address("report.html")], requests.Where(static url => !url.StartsWith("data:", StringComparison.Ordinal)));
        Assert.Empty(complaints);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        var worst = page.Locator("#attention li").First;
        Assert.Contains("can't be read", await worst.InnerTextAsync());
        var place = await worst.BoundingBoxAsync();
        Assert.InRange(place!.Y + place.Height, 1, height);

        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(
            ["What needs attention", "In numbers", "Issues by code", "Rows", "Labels", "Sizes and places", "Annotators and days", "Ledger", "Files"],
            await page.Locator("h2").AllInnerTextsAsync());
        Assert.Equal(0, await page.Locator("svg:not([role=img]), svg[role=img]:not(:has(> title)), table:not(:has(th))").CountAsync());
        Assert.Empty(await FaintTextsAsync(page));
    }

    [Fact]
    public async Task Its_links_lead_to_files_that_are_there_and_to_places_on_the_page()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(sample.Address("report.html"));

        var links = await page.EvaluateAsync<string[]>("[...document.links].map(link => link.getAttribute('href'))");

        Assert.Contains("rows/00000029/issues.jsonl", links);
        foreach (var link in links.Distinct().Where(static link => link != "manifest.json"))
        {
            if (link.StartsWith('#')) Assert.Equal(1, await page.Locator(link).CountAsync());
            else Assert.True(File.Exists(Path.Combine(sample.Folder, link)), link);
        }
    }

    [Fact]
    public async Task Printed_it_keeps_what_needs_attention_and_the_ledger()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(sample.Address("report.html"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await page.Locator("#attention li").First.IsVisibleAsync());
        Assert.True(await page.Locator("#ledger table").IsVisibleAsync());
    }

    // Texts whose contrast to what is behind them is below what WCAG 2.2 asks of level AA.
    private static async Task<string[]> FaintTextsAsync(IPage page)
    {
        var faint = await page.EvaluateAsync<JsonElement>("""
            () => {
              const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
              const read = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return canvas.getImageData(0, 0, 1, 1).data; };
              const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const behind = one => { for (; one; one = one.parentElement) { const c = read(getComputedStyle(one).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255]; };
              const found = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const one = walk.currentNode.parentElement;
                if (!walk.currentNode.data.trim() || one.closest('svg') || !one.getClientRects().length) continue;
                const style = getComputedStyle(one);
                const [a, b] = [light(read(style.color)), light(behind(one))].sort((x, y) => y - x);
                const size = parseFloat(style.fontSize);
                const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
                if ((a + 0.05) / (b + 0.05) < needed) found.push(`${walk.currentNode.data.trim()} ${((a + 0.05) / (b + 0.05)).toFixed(2)}`);
              }
              return found;
            }
            """);
        return [.. faint.EnumerateArray().Select(static one => one.GetString()!)];
    }
}

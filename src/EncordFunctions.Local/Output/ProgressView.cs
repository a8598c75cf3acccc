using EncordFunctions.Pipeline;
using Spectre.Console;

namespace EncordFunctions.Local.Output;

/// <summary>Shows a <see cref="ProgressBoard"/> while some work goes on: bars on a terminal, a line now and then elsewhere.</summary>
public sealed class ProgressView(Terminal terminal, ProgressBoard board, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(3);

    /// <summary>Shows bars, or lines where nobody watches.</summary>
    public async Task<T> ShowAsync<T>(Func<Task<T>> work)
    {
        if (!terminal.IsLive)
        {
            var working = work();
            await ShowLinesAsync(working);
            return await working;
        }

        return await terminal.Notes.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                var working = work();
                await ShowBarsAsync(context, working);
                return await working;
            });
    }

    /// <summary>Shows lines until <paramref name="work"/> has ended.</summary>
    public async Task ShowLinesAsync(Task work)
    {
        var shown = new Dictionary<ExportId, ExportProgress>();
        var lines = time.GetTimestamp();
        for (var ended = false; !ended;)
        {
            ended = await EndsAsync(work);
            ShowWarnings();
            var isTime = time.GetElapsedTime(lines) >= LineEvery;
            if (isTime) lines = time.GetTimestamp();
            foreach (var export in board.Exports)
            {
                if (shown.TryGetValue(export.Id, out var before) && !(IsNews(before, export) || (isTime && before != export))) continue;
                shown[export.Id] = export;
                terminal.Note(export.ToString());
            }
        }
    }

    private static bool IsNews(ExportProgress before, ExportProgress now) => before.Status != now.Status || (before.Done == 0 && now.Done > 0);

    private async Task ShowBarsAsync(ProgressContext context, Task work)
    {
        var bars = new Dictionary<ExportId, ProgressTask>();
        for (var ended = false; !ended;)
        {
            ended = await EndsAsync(work);
            ShowWarnings();
            foreach (var export in board.Exports)
            {
                var text = Markup.Escape(export.ToString());
                if (!bars.TryGetValue(export.Id, out var bar)) bars[export.Id] = bar = context.AddTask(text);
                bar.Description = text;
                bar.IsIndeterminate = export.Rows is null;
                bar.MaxValue = Math.Max(1, export.Rows ?? 1);
                bar.Value = export.Rows is null ? 0 : export.Done;
            }
        }
    }

    private async Task<bool> EndsAsync(Task work) => await Task.WhenAny(work, Task.Delay(Look, time)) == work;

    private void ShowWarnings()
    {
        while (board.TryTakeWarning(out var line)) terminal.Notes.MarkupLineInterpolated($"[yellow]{line}[/]");
    }
}

using System.Text;
using EncordFunctions.Local.Output;
using EncordFunctions.Pipeline;
using Spectre.Console;

namespace EncordFunctions.Local.Tests.Output;

public sealed class ProgressViewTests
{
    private static readonly ExportId Id = ExportId.Of("exports", "photos[1].zip", "0x1");
    private readonly ProgressBoard _board = new();

    [Fact]
    public async Task On_a_terminal_a_bar_follows_the_rows_and_warnings_stand_above_it()
    {
        var written = await ShowAsync(isTerminal: true);

        Assert.Contains("photos[1].zip: unpacking", written, StringComparison.Ordinal);
        Assert.Contains("photos[1].zip: 1 of 4 rows", written, StringComparison.Ordinal);
        Assert.Contains("25%", written, StringComparison.Ordinal);
        Assert.Contains("try [1] failed", written, StringComparison.Ordinal);
        Assert.Contains('\e', written);
    }

    [Fact]
    public async Task Elsewhere_each_change_is_a_plain_line()
    {
        var written = await ShowAsync(isTerminal: false);

        Assert.Equal(
            ["photos[1].zip: unpacking", "photos[1].zip: 0 of 4 rows", "try [1] failed", "photos[1].zip: 1 of 4 rows", "photos[1].zip: Done, 4 rows"],
            written.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }

    /// <summary>Lets an export go its way, each step once the one before has been shown.</summary>
    private async Task<string> ShowAsync(bool isTerminal)
    {
        var writer = new Written();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new Screen(writer, isTerminal),
        });
        await new ProgressView(new Terminal(console, console), _board, TimeProvider.System).ShowAsync(async () =>
        {
            _board.Unpacking(Id, "photos[1].zip");
            await writer.HasAsync("unpacking");
            _board.Unpacked(Summary(ExportStatus.Processing, default));
            await writer.HasAsync("0 of 4 rows");
            _board.Warn("try [1] failed");
            _board.RowDone(new RowOutcome(Id, 0, Verdict.Done, 1, 0, 0, 0, 0));
            await writer.HasAsync("1 of 4 rows");
            _board.Finished(Summary(ExportStatus.Done, new VerdictCounts(4, 0, 0, 0)));
            return true;
        });
        return writer.Text;
    }

    private static ExportSummary Summary(ExportStatus status, VerdictCounts verdicts) =>
        new() { Id = Id, Formats = "none", Blob = "photos[1].zip", Status = status, Rows = 4, Verdicts = verdicts, StartedAt = default };

    private sealed class Screen(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => isTerminal;

        public int Width => 120;

        public int Height => 40;

        public void SetEncoding(Encoding encoding)
        {
        }
    }

    private sealed class Written : TextWriter
    {
        private readonly StringBuilder _text = new();
        private readonly List<(string Text, TaskCompletionSource Met)> _awaited = [];

        public override Encoding Encoding => Encoding.UTF8;

        public string Text
        {
            get
            {
                lock (_text) return _text.ToString();
            }
        }

        public override void Write(char value) => Write(value.ToString());

        public override void Write(string? value)
        {
            lock (_text)
            {
                _text.Append(value);
                Tell();
            }
        }

        public Task HasAsync(string text)
        {
            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_text)
            {
                _awaited.Add((text, met));
                Tell();
            }

            return met.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }

        private void Tell()
        {
            foreach (var (text, met) in _awaited)
                if (_text.ToString().Contains(text, StringComparison.Ordinal)) met.TrySetResult();
        }
    }
}

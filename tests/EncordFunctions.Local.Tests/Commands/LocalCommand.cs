using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace EncordFunctions.Local.Tests.Commands;

/// <summary>The command line as users have it: a process of its own.</summary>
internal sealed class LocalCommand : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "EncordFunctions.Local.dll");

    private readonly Process _process;
    private readonly StringBuilder _notes = new();
    private readonly Task<string> _results;
    private readonly Task _noting;
    private readonly List<(Regex Line, TaskCompletionSource<Match> Met)> _awaited = [];

    private LocalCommand(Process process)
    {
        _process = process;
        _results = process.StandardOutput.ReadToEndAsync();
        _noting = NoteAsync();
    }

    /// <summary>Starts it.</summary>
    /// <param name="folder">Its working folder; its Azurite's data lies there too.</param>
    /// <param name="args">The command line.</param>
    public static LocalCommand Start(string folder, params string[] args) => OperatingSystem.IsLinux()
        // A shell starts what runs in its background deaf to SIGINT, and whatever that starts inherits it: a test run, and then this.
        ? Start(folder, "env", null, ["--default-signal=INT", "dotnet", Program, .. args])
        : Start(folder, "dotnet", null, [Program, .. args]);

    /// <summary>Runs it to its end.</summary>
    public static async Task<Ended> RunAsync(string folder, params string[] args)
    {
        using var command = Start(folder, args);
        return await command.EndAsync();
    }

    /// <summary>Runs it to its end, with one more variable in its environment, <c>NAME=value</c>.</summary>
    public static async Task<Ended> RunWithAsync(string folder, string variable, params string[] args)
    {
        using var command = Start(folder, "env", null, [variable, "dotnet", Program, .. args]);
        return await command.EndAsync();
    }

    /// <summary>Runs it where no file may become larger than so many blocks of 512 bytes, as on a file system that takes no larger ones.</summary>
    public static async Task<Ended> RunWithSmallFilesAsync(string folder, int blocks, params string[] args)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "No limit on the size of files here.");
        // The runtime maps a large file of its own where code must not be writable.
        using var command = Start(
            folder,
            "/bin/sh",
            null,
            ["-c", $"trap '' XFSZ; ulimit -f {blocks}; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$@\"", "sh", Program, .. args]);
        return await command.EndAsync();
    }

    /// <summary>Runs it where no Node.js is to be found.</summary>
    public static async Task<Ended> RunWithoutNodeAsync(string folder, params string[] args)
    {
        // The runtime lies in {dotnet}/shared/Microsoft.NETCore.App/{version}.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        using var command = Start(folder, dotnet, "/nowhere", [Program, .. args]);
        return await command.EndAsync();
    }

    /// <summary>Runs it on a terminal of its own, as at a desk; what the terminal shows are its results.</summary>
    public static async Task<Ended> RunOnTerminalAsync(string folder, params string[] args)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "No program 'script' here that makes a terminal.");
        using var command = Start(folder, "/usr/bin/script", null, ["-qefc", $"stty cols 200; dotnet {string.Join(' ', [Program, .. args])}", "/dev/null"]);
        return await command.EndAsync();
    }

    /// <summary>Waits until a line on standard error matches.</summary>
    public async Task<Match> SaidAsync(Regex line)
    {
        var met = new TaskCompletionSource<Match>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_notes)
        {
            _awaited.Add((line, met));
            Tell();
        }

        var first = await Task.WhenAny(met.Task, _noting).WaitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.True(first == met.Task, $"It ended without a line like '{line}': {_notes}");
        return await met.Task;
    }

    /// <summary>As Ctrl+C does.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>As the power cord does.</summary>
    public void Kill() => _process.Kill();

    public async Task<Ended> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);
        await _noting;
        return new Ended(_process.ExitCode, await _results, _notes.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static LocalCommand Start(string folder, string program, string? path, string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["ENCORDFUNCTIONS_DATA"] = Path.Combine(folder, "data");
        if (path is not null) start.Environment["PATH"] = path;
        return new LocalCommand(Process.Start(start)!);
    }

    private async Task NoteAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_notes)
            {
                _notes.AppendLine(line);
                Tell();
            }
        }
    }

    private void Tell()
    {
        var notes = _notes.ToString();
        foreach (var (line, met) in _awaited)
            if (line.Match(notes) is { Success: true } match) met.TrySetResult(match);
    }

    /// <summary>What is left of a run.</summary>
    internal sealed record Ended(int ExitCode, string Results, string Notes);
}

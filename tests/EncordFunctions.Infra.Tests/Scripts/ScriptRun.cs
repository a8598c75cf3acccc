using System.Diagnostics;

namespace EncordFunctions.Infra.Tests.Scripts;

/// <summary>A run of a script of infra/ in a folder of its own, where the tools it calls only write down how they were called.</summary>
internal sealed record ScriptRun(int ExitCode, string Output, string Error, IReadOnlyList<string> Calls)
{
    private const string Az = """
        #!/bin/sh
        echo "az $*" >> "$CALLS"
        case "$*" in
          *"functionapp list"*) echo func-labels ;;
          *"functionapp keys"*) asked=$(grep -c "functionapp keys" "$CALLS"); [ "$asked" -ge "$KEY_AT" ] && echo true || echo false ;;
        esac
        """;

    /// <param name="script">Its file name.</param>
    /// <param name="keyAt">How often the key is asked for until it is there.</param>
    /// <param name="arguments">What the script is given.</param>
    public static async Task<ScriptRun> RunAsync(string script, int keyAt, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for a POSIX shell.");
        var folder = Directory.CreateTempSubdirectory("scripts").FullName;
        try
        {
            var tools = Directory.CreateDirectory(Path.Combine(folder, "tools")).FullName;
            Write(Path.Combine(tools, "az"), Az);
            Write(Path.Combine(tools, "dotnet"), "#!/bin/sh\necho \"dotnet $*\" >> \"$CALLS\"\nmkdir -p artifacts/app\n");
            Write(Path.Combine(tools, "zip"), "#!/bin/sh\necho \"zip $*\" >> \"$CALLS\"\n");
            Write(Path.Combine(tools, "sleep"), "#!/bin/sh\n");
            Directory.CreateDirectory(Path.Combine(folder, "infra"));
            foreach (var name in (string[])["deploy.sh", "subscribe.sh"])
                Write(Path.Combine(folder, "infra", name), Repository.Text($"infra/{name}"));

            var calls = Path.Combine(folder, "calls");
            await File.WriteAllTextAsync(calls, "");
            var start = new ProcessStartInfo(Path.Combine(folder, "infra", script), arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AZURE_", StringComparison.Ordinal)).ToArray())
                start.Environment.Remove(name);
            start.Environment["PATH"] = $"{tools}:{start.Environment["PATH"]}";
            start.Environment["CALLS"] = calls;
            start.Environment["KEY_AT"] = $"{keyAt}";
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new ScriptRun(process.ExitCode, await output, await error, await File.ReadAllLinesAsync(calls));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string file, string text)
    {
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

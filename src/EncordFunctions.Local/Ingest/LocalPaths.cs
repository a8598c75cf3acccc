using System.Text;

namespace EncordFunctions.Local.Ingest;

/// <summary>
/// Gives each blob of an export a path below one folder that any system can hold: no way out of the folder, no reserved names, and no two
/// blobs on one file where the system doesn't tell upper from lower case.
/// </summary>
/// <param name="folder">What nothing leaves.</param>
/// <param name="ignoreCase">Whether the file system takes A.png and a.png for one file.</param>
public sealed class LocalPaths(string folder, bool ignoreCase)
{
    private static readonly string[] Devices =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => (string[])[$"com{i}", $"lpt{i}"])];

    private readonly HashSet<string> _taken = new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>The path of a blob. Ask in the order of the listing: then the same blobs get the same paths again.</summary>
    /// <param name="name">Its name, with '/' between its parts.</param>
    public string Of(string name)
    {
        var wanted = string.Join('/', name.Split('/').Select(Safe));
        var relative = wanted;
        for (var number = 2; !_taken.Add(relative); number++)
        {
            var dot = wanted.LastIndexOf('.');
            var end = dot > wanted.LastIndexOf('/') ? dot : wanted.Length;
            relative = $"{wanted[..end]}~{number}{wanted[end..]}";
        }

        return Path.Combine(folder, relative.Replace('/', Path.DirectorySeparatorChar));
    }

    private static string Safe(string part)
    {
        var safe = new StringBuilder(part);
        for (var i = 0; i < safe.Length; i++)
            if (char.IsControl(safe[i]) || safe[i] is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '\\') safe[i] = '_';

        // Windows drops dots and blanks at the end of a name; "." and ".." are ways, not names.
        for (var i = safe.Length - 1; i >= 0 && safe[i] is '.' or ' '; i--) safe[i] = '_';
        if (safe.Length == 0) return "_";
        var stem = safe.ToString().Split('.')[0];
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase) ? $"_{safe}" : safe.ToString();
    }
}

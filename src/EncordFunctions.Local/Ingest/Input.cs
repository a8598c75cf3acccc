using System.Security.Cryptography;
using EncordFunctions.Local.Commands;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Pipeline.Unpacking;

namespace EncordFunctions.Local.Ingest;

/// <summary>A file to upload: where it is, its blob's name, and what it holds.</summary>
/// <param name="Path">The file.</param>
/// <param name="Blob">The name it is uploaded under.</param>
/// <param name="Sha256">Hash of its content, in hex.</param>
/// <param name="Ontology">The ontology that lies beside it, to be uploaded beside it; null where there is none.</param>
public sealed record Input(string Path, string Blob, string Sha256, Input? Ontology = null)
{
    private const int HashDigits = 8;
    private static readonly string[] Extensions = [".zip", ".json"];

    /// <summary>Finds the files that <paramref name="paths"/> name: each a .zip, a .json, or a folder with such files in it.</summary>
    /// <exception cref="UnusableInputException">One of them can't be used.</exception>
    public static async Task<IReadOnlyList<Input>> FindAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var inputs = new List<Input>();
        foreach (var path in paths.SelectMany(Files))
        {
            var hash = await HashAsync(path, cancellationToken);
            var ontology = await FindOntologyAsync(path, cancellationToken);
            // Whatever else is in the container must not be read with it, so the two have a virtual folder of their own.
            var blob = (ontology is null ? "" : ontology.Blob[..(ontology.Blob.LastIndexOf('/') + 1)]) + BlobName(System.IO.Path.GetFileName(path));
            if (inputs.Exists(input => SameBlob(input, blob) && input.Sha256 == hash)) continue;

            // Two folders may each have an export.zip; the second of them must not replace the first.
            if (inputs.Exists(input => SameBlob(input, blob)))
                blob = $"{System.IO.Path.ChangeExtension(blob, null)}-{hash[..HashDigits]}{System.IO.Path.GetExtension(blob)}";
            inputs.Add(new Input(path, blob, hash, ontology));
        }

        return inputs;
    }

    /// <summary>Checks that <paramref name="path"/> is a file that can hold an export.</summary>
    /// <exception cref="UnusableInputException">It isn't.</exception>
    public static void RequireFile(string path)
    {
        if (path.StartsWith('-')) throw new UnusableInputException($"There is no option '{path}'. See --help.");
        if (!File.Exists(path)) throw new UnusableInputException($"{path} does not exist: give a .zip or a .json.");
        if (!HasExtension(path)) throw new UnusableInputException($"{path} is neither a .zip nor a .json: give the export as it was downloaded.");
    }

    /// <summary>What to say of a file that is there but can't be read.</summary>
    public static UnusableInputException Unreadable(string path, Exception fault) =>
        new($"{path} can't be read ({OneLine.Of(fault)}): check that it is a file of yours.");

    /// <summary>The hash of a file's content, in hex.</summary>
    /// <exception cref="UnusableInputException">It can't be read.</exception>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, fault);
        }
    }

    private static bool SameBlob(Input input, string blob) => input.Blob == blob;

    private static string[] Files(string path)
    {
        if (!Directory.Exists(path))
        {
            RequireFile(path);
            return [path];
        }

        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(path).Where(HasExtension).Where(static file => !IsOntology(file)).Order(StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException fault)
        {
            throw Unreadable(path, fault);
        }

        return files.Length > 0 ? files : throw new UnusableInputException($"{path} has no .zip and no .json in it: give the folder the exports are in.");
    }

    private static async Task<Input?> FindOntologyAsync(string path, CancellationToken cancellationToken)
    {
        var beside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path) ?? "", OntologyUpload.FileName);
        if (IsOntology(path) || !File.Exists(beside)) return null;
        var hash = await HashAsync(beside, cancellationToken);
        return new Input(beside, $"ontology-{hash[..HashDigits]}/{OntologyUpload.FileName}", hash);
    }

    private static bool IsOntology(string path) => OntologyUpload.Is(System.IO.Path.GetFileName(path));

    private static bool HasExtension(string path) => Extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>A file name may hold what listings of blobs can't: control characters, and the backslash.</summary>
    private static string BlobName(string file) => string.Concat(file.Select(c => char.IsControl(c) || c is '\\' ? '_' : c));
}

using System.Buffers;
using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Ontologies;

/// <summary>
/// Reads an ontology as the vendor writes it: <c>{"objects": [...], "classifications": [...]}</c>, bare or as the member <c>editor</c> or
/// <c>structure</c> of the ontology's own record. What is wrong with it is an issue, never an exception.
/// </summary>
public static class OntologyReader
{
    /// <summary>The largest ontology that is read, in bytes. Real ones have some kilobytes.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Reads an ontology that comes as a stream.</summary>
    /// <param name="json">Its bytes; not read past <see cref="MostBytes"/> and one more.</param>
    /// <param name="entry">Name of the file, for issues.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<OntologyReading> ReadAsync(Stream json, string entry, CancellationToken cancellationToken) =>
        Read(await TakeAsync(json, cancellationToken).ConfigureAwait(false), entry);

    /// <summary>Takes as much of a stream as <see cref="Read"/> needs: all of it, or one byte more than an ontology may have.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> TakeAsync(Stream json, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (bytes.WrittenCount <= MostBytes && await json.ReadAsync(bytes.GetMemory(), cancellationToken).ConfigureAwait(false) is > 0 and var read)
            bytes.Advance(read);
        return bytes.WrittenMemory[..Math.Min(bytes.WrittenCount, MostBytes + 1)];
    }

    /// <summary>Reads an ontology that is in memory.</summary>
    /// <param name="json">Its bytes.</param>
    /// <param name="entry">Name of the file, for issues.</param>
    public static OntologyReading Read(ReadOnlyMemory<byte> json, string entry)
    {
        if (json.Length > MostBytes)
            return Unreadable(IssueCatalogue.OntologyTooLarge, $"The ontology is larger than {MostBytes / (1024 * 1024)} MiB, which no ontology is.", 0);
        var validator = new JsonValidator();
        if ((validator.Push(json.Span) ?? validator.Complete()) is { } fault)
            return Unreadable(IssueCatalogue.OntologyMalformed, $"The ontology is not JSON: {fault.Message}.", fault.Offset);
        return new OntologyParser(entry).Read(json.Span);

        OntologyReading.Unreadable Unreadable(IssueCode code, string message, long offset) => new(new Issue(code, message, entry, offset, ""));
    }
}

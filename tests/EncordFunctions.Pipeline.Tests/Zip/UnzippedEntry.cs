using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Pipeline.Tests.Zip;

/// <summary>One .json entry as it was read, with its verdict.</summary>
internal sealed record UnzippedEntry(ZipEntry Entry, EntryVerdict Verdict, byte[] Content);

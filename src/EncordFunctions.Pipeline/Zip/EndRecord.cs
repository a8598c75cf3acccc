namespace EncordFunctions.Pipeline.Zip;

/// <summary>What the end of the archive says, in 64 bits, its fields already held against each other and against the file's length.</summary>
internal sealed record EndRecord(long Entries, long DirectoryOffset, long DirectoryBytes);

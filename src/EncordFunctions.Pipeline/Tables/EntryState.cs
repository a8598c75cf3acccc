namespace EncordFunctions.Pipeline.Tables;

/// <summary>How far an entry has come.</summary>
internal enum EntryState
{
    /// <summary>Its whole content is staged and proven; its messages may be under way.</summary>
    Staged,

    /// <summary>A message was sent for every label row of it.</summary>
    Sent,

    /// <summary>It can't be used; it has no label rows.</summary>
    Faulty,

    /// <summary>It is nothing that can hold label rows: a folder, another file.</summary>
    Skipped,

    /// <summary>It is called an ontology, so it holds no label rows.</summary>
    Ontology,
}

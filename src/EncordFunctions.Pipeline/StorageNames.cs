namespace EncordFunctions.Pipeline;

/// <summary>Containers, queues and tables of the pipeline. Triggers, host settings and infrastructure name them by these constants.</summary>
public static class StorageNames
{
    /// <summary>Container that exports are dropped into.</summary>
    public const string Exports = "exports";

    /// <summary>Container of inflated entries, <c>{export}/{entry:D5}</c>, and of their row indexes, <c>{export}/{entry:D5}.rows</c>.</summary>
    public const string Staging = "staging";

    /// <summary>Container of everything that is written for the user, under <c>{export}/</c>.</summary>
    public const string Derivatives = "derivatives";

    /// <summary>Queue with one pointer a label row.</summary>
    public const string LabelRows = "label-rows";

    /// <summary>Queue that the runtime moves a row's message to when its tries are used up.</summary>
    public const string LabelRowsPoison = "label-rows-poison";

    /// <summary>Queue with a notice for each export whose last verdict stands.</summary>
    public const string FinishedExports = "finished-exports";

    /// <summary>Queue that the runtime moves such a notice to when its tries are used up.</summary>
    public const string FinishedExportsPoison = "finished-exports-poison";

    /// <summary>Queue of uploads that are to be unpacked without an event: those the sweep found, and those that are tried again.</summary>
    public const string FoundUploads = "found-uploads";

    /// <summary>Queue that the runtime moves a found upload to when its tries are used up.</summary>
    public const string FoundUploadsPoison = "found-uploads-poison";

    /// <summary>Queue that the blob trigger moves an upload to when its tries are used up. The name is the runtime's.</summary>
    public const string BlobTriggerPoison = "webjobs-blobtrigger-poison";

    /// <summary>Table of exports: summary, entries, finished shards.</summary>
    public const string ExportsTable = "Exports";

    /// <summary>Table of verdicts, one row a label row.</summary>
    public const string LabelRowsTable = "LabelRows";

    /// <summary>Table of object instances.</summary>
    public const string ObjectsTable = "Objects";

    /// <summary>Table of issues.</summary>
    public const string IssuesTable = "Issues";

    /// <summary>Table of the newest state of each label row over all exports.</summary>
    public const string LabelsTable = "Labels";
}

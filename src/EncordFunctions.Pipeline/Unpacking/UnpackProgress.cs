using EncordFunctions.Labels.Issues;
using EncordFunctions.Pipeline.Tables;

namespace EncordFunctions.Pipeline.Unpacking;

/// <summary>How far a run has come. The same upload gives the same progress, whatever an earlier run has done of it.</summary>
internal sealed class UnpackProgress(string formats)
{
    private int _read;
    private int _faulty;
    private string? _firstFault;

    /// <summary>Entries that an earlier run recorded, by index.</summary>
    public Dictionary<int, EntryRow> Known { get; } = [];

    public int Total { get; set; }

    public int Skipped { get; set; }

    /// <summary>Label rows so far, which is the ordinal of the next one.</summary>
    public int Rows { get; private set; }

    /// <summary>Name of the ontology that the rows are read with; null where they are read without.</summary>
    public string? Ontology { get; set; }

    /// <summary>The derivatives that the rows are written to.</summary>
    public string Formats => formats;

    /// <summary>Whether the rows are read with an ontology.</summary>
    public bool HasOntology => Ontology is not null;

    /// <summary>Why the rest of the upload is given up.</summary>
    public Issue? Fault { get; set; }

    /// <summary>Why the export is rejected: its archive's fault, or, where no label row is left, its first entry's.</summary>
    public string? Reason => Fault?.Message ?? (Rows == 0 ? _firstFault : null);

    public EntryCounts Counts => new(Total, _read, _faulty, Skipped);

    public void Take(EntryRow entry)
    {
        Rows += entry.Rows;
        _firstFault ??= entry.Fault;
        if (entry.State == EntryState.Faulty) _faulty++;
        else _read++;
    }
}

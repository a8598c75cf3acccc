using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;

namespace EncordFunctions.Formats;

/// <summary>A row's writer that takes what differs from an earlier export, once the row is read, beside the row's events.</summary>
public interface IChangeWriter
{
    /// <summary>Writes an object that differs.</summary>
    ValueTask WriteAsync(ObjectChange change, CancellationToken cancellationToken);

    /// <summary>Says why the row could not be compared with what was known of it.</summary>
    void Skip(LedgerReason reason);
}

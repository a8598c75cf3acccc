using Azure;
using Azure.Storage.Queues.Models;

namespace EncordFunctions.Local.Hosting;

internal static class QueueFaults
{
    /// <summary>Whether the lease ran out and another host took the message, or finished it. At least once means that this is normal.</summary>
    public static bool IsNoLongerOurs(RequestFailedException fault) =>
        fault.ErrorCode == QueueErrorCode.PopReceiptMismatch || fault.ErrorCode == QueueErrorCode.MessageNotFound || fault.Status == 404;
}

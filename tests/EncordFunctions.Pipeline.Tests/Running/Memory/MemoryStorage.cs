using EncordFunctions.Pipeline.Tests.Running.Memory.Blobs;
using EncordFunctions.Pipeline.Tests.Running.Memory.Queues;
using EncordFunctions.Pipeline.Tests.Running.Memory.Tables;

namespace EncordFunctions.Pipeline.Tests.Running.Memory;

/// <summary>
/// A storage service in memory: blobs, queues and tables as far as the pipeline asks for them. Clients are the real ones and their requests
/// are whole; only the wire ends here. What it does not know it answers with 501. <c>StorageContractTests</c> hold it against Azurite.
/// </summary>
public sealed class MemoryStorage
{
    private readonly Lock _gate = new();
    private readonly BlobService _blobs;
    private readonly QueueService _queues;
    private readonly TableService _tables;

    private MemoryStorage(TimeProvider clock)
    {
        var time = new ServiceTime(clock);
        (_blobs, _queues, _tables) = (new(time), new(time), new(time));
    }

    /// <summary>An empty storage of its own, with all that the pipeline wants to be there.</summary>
    /// <param name="clock">Its clock; by default one that stands, so that two runs have the same ids.</param>
    public static async Task<StorageAccount> CreateAsync(TimeProvider? clock = null)
    {
        clock ??= new FixedTime();
        var account = new StorageAccount(
            "AccountName=memory;AccountKey=bWVtb3J5;BlobEndpoint=https://blob.memory.invalid;" +
            "QueueEndpoint=https://queue.memory.invalid;TableEndpoint=https://table.memory.invalid",
            clock,
            new MemoryTransport(new MemoryStorage(clock)));
        await account.Connect().CreateAsync(TestContext.Current.CancellationToken);
        return account;
    }

    /// <summary>Answers one request after the other.</summary>
    internal ServiceAnswer Serve(ServiceRequest request)
    {
        lock (_gate)
        {
            return request.Service switch
            {
                "blob" => _blobs.Serve(request),
                "queue" => _queues.Serve(request),
                _ => _tables.Serve(request),
            };
        }
    }
}

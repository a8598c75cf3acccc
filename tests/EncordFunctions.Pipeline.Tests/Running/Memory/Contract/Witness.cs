using Azure;
using Azure.Data.Tables;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Contract;

/// <summary>Writes down what becomes of calls, so that two storages can be held against each other.</summary>
internal sealed class Witness
{
    private readonly List<string> _lines = [];

    public string Report => string.Join('\n', _lines);

    public async Task SeeAsync(string what, Func<Task<object?>> call)
    {
        try
        {
            _lines.Add($"{what}: {await call()}");
        }
        catch (TableTransactionFailedException failed)
        {
            _lines.Add($"{what}: {failed.Status} {failed.ErrorCode} at {failed.FailedTransactionActionIndex}");
        }
        catch (RequestFailedException failed) when (failed.Status != 501)
        {
            _lines.Add($"{what}: {failed.Status} {failed.ErrorCode}");
        }
    }
}

using EncordFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Triggers;

public sealed class SweepExportsTrigger(SweepExports step)
{
    [Function(nameof(SweepExports))]
    public Task RunAsync([TimerTrigger(SweepExports.Schedule)] TimerInfo timer, CancellationToken cancellationToken) => step.RunAsync(cancellationToken);
}

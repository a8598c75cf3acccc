namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for what the timer extension tells of a run, which no trigger reads.</summary>
public sealed class TimerInfo;

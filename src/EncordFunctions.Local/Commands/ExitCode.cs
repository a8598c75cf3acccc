using Azure;
using Azure.Identity;
using EncordFunctions.Local.Azurite;
using EncordFunctions.Local.Hosting;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Commands;

/// <summary>What the command leaves with, and which fault means which.</summary>
public static class ExitCode
{
    /// <summary>Every label row is Done, or DoneWithIssues without errors.</summary>
    public const int Success = 0;

    /// <summary>Some label row is Rejected, Failed or has errors.</summary>
    public const int Issues = 1;

    /// <summary>The command line or an input can't be used.</summary>
    public const int Unusable = 2;

    /// <summary>Azurite or the storage can't be reached.</summary>
    public const int NoStorage = 3;

    /// <summary>Stopped by Ctrl+C, as shells count it.</summary>
    public const int Stopped = 130;

    /// <summary>The code of a fault a person can do something about; null where the fault is the program's own.</summary>
    public static int? Of(Exception fault) => fault switch
    {
        UnusableInputException or UnusableSettingException => Unusable,
        ExportNotFinishedException => Issues,
        AzuriteUnavailableException or RequestFailedException or AuthenticationFailedException => NoStorage,
        AggregateException { InnerExceptions: [RequestFailedException, ..] } => NoStorage,
        _ => null,
    };

    /// <summary>The one line about such a fault.</summary>
    public static string LineOf(Exception fault) =>
        fault is UnusableInputException or UnusableSettingException or ExportNotFinishedException or AzuriteUnavailableException
        ? OneLine.Of(fault)
        : $"The storage can't be used: {OneLine.Of(fault)}";
}

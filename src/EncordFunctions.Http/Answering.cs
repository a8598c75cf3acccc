using Azure;
using Azure.Identity;
using EncordFunctions.Http.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EncordFunctions.Http;

/// <summary>Sees to it that a request is answered, whatever becomes of it.</summary>
internal static class Answering
{
    /// <summary>How long a reading may take before somebody is told to come again.</summary>
    public static readonly TimeSpan ReadingLimit = TimeSpan.FromSeconds(60);

    /// <summary>How long a writing may take: Azure's front end gives a request up after 230 seconds.</summary>
    public static readonly TimeSpan WritingLimit = TimeSpan.FromSeconds(200);

    /// <summary>Answers; with a problem where the storage or this code is at fault.</summary>
    public static async Task<IResult> AnswerAsync(
        this HttpRequest request,
        TimeSpan limit,
        ILogger logger,
        TimeProvider time,
        Func<CancellationToken, Task<IResult>> answer,
        CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await answer(ending.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (late.IsCancellationRequested || IsOfStorage(exception))
        {
            logger.StorageSilent(exception, request.Method, request.Path.ToUriComponent());
            return ServiceProblems.StorageSilent(request);
        }
        catch (Exception exception)
        {
            // The hosts have answers of their own, with less in them or with more than anybody should see.
            logger.RequestFaulted(exception, request.Method, request.Path.ToUriComponent());
            return ServiceProblems.Fault(request);
        }
    }

    // The clients tell many tries in vain as one exception of several, and a connection that hangs as one that was cancelled.
    private static bool IsOfStorage(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status != StatusCodes.Status400BadRequest,
        AggregateException several => several.InnerExceptions.All(IsOfStorage),
        _ => exception is AuthenticationFailedException or OperationCanceledException or IOException,
    };
}

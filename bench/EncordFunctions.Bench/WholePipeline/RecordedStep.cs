namespace EncordFunctions.Bench.WholePipeline;

/// <summary>The requests of one run of a step, each made again as soon as those are answered that it waited for.</summary>
internal sealed class RecordedStep(IReadOnlyList<RecordedRequest> requests)
{
    private readonly int[][] _before =
        [.. requests.Select((request, i) => Enumerable.Range(0, i).Where(earlier => request.Follows(requests[earlier])).ToArray())];

    public Task PlayAsync(Func<RecordedRequest, Task> send)
    {
        var sent = new Task[requests.Count];
        for (var i = 0; i < sent.Length; i++) sent[i] = SendAsync(requests[i], Array.ConvertAll(_before[i], earlier => sent[earlier]));
        return Task.WhenAll(sent);

        async Task SendAsync(RecordedRequest request, Task[] before)
        {
            await Task.WhenAll(before);
            await send(request);
        }
    }
}

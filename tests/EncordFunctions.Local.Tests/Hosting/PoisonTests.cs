using Azure.Storage.Queues.Models;

namespace EncordFunctions.Local.Tests.Hosting;

/// <summary>Messages that no try helps.</summary>
public sealed class PoisonTests(SharedAzurite azurite) : ListeningTests(azurite)
{
    [Fact]
    public async Task A_message_that_fails_fiveTimes_goes_to_thePoison_queue_as_it_was()
    {
        await SendAsync("bad luck");
        var given = new TaskCompletionSource<string>();
        var tries = 0;
        var listener = Listener(
            (_, _) =>
            {
                tries++;
                throw new InvalidOperationException("no way");
            },
            Settings() with { VisibilityTimeout = TimeSpan.Zero });
        listener.GivenUp += (_, reason) => given.SetResult(reason);
        var listening = listener.RunAsync(Stopping.Token, CancellationToken.None);

        Assert.Equal("no way", await TurningAsync(given.Task));
        await StopAsync(listening);

        Assert.Equal(5, tries);
        Assert.Equal(0, await CountAsync(Queue));
        PeekedMessage poison = await Poison.PeekMessageAsync(Ending);
        Assert.Equal(Settings().Encode(BinaryData.FromString("bad luck")).ToString(), poison.Body.ToString());
        Assert.InRange(poison.ExpiresOn!.Value - poison.InsertedOn!.Value, TimeSpan.FromDays(6.9), TimeSpan.FromDays(7.1));
    }

    [Fact]
    public async Task A_message_given_out_more_often_than_allowed_isPoison_without_another_run()
    {
        await SendAsync("crasher");
        for (var i = 0; i < 5; i++)
        {
            QueueMessage taken = await Queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1), Ending);
            await Queue.UpdateMessageAsync(taken.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Ending);
        }

        var given = new TaskCompletionSource();
        var tries = 0;
        var listener = Listener((_, _) => Task.FromResult(tries++), Settings());
        listener.GivenUp += (_, _) => given.SetResult();
        var listening = listener.RunAsync(Stopping.Token, CancellationToken.None);

        await TurningAsync(given.Task);
        await StopAsync(listening);

        Assert.Equal(0, tries);
        Assert.Equal(1, await CountAsync(Poison));
    }

    [Fact]
    public async Task A_message_that_can_not_be_decoded_ends_in_thePoison_queue_unchanged()
    {
        await Queue.SendMessageAsync("*** not base64 ***", Ending);
        var given = new TaskCompletionSource();
        var listener = Listener((_, _) => Task.CompletedTask, Settings() with { VisibilityTimeout = TimeSpan.Zero });
        listener.GivenUp += (_, _) => given.SetResult();
        var listening = listener.RunAsync(Stopping.Token, CancellationToken.None);

        await TurningAsync(given.Task);
        await StopAsync(listening);

        PeekedMessage poison = await Poison.PeekMessageAsync(Ending);
        Assert.Equal("*** not base64 ***", poison.Body.ToString());
    }
}

namespace EncordFunctions.Formats.Tests;

public sealed class Ledgers
{
    [Fact]
    public void A_line_that_does_not_balance_can_not_be_made()
    {
        Assert.Throws<ArgumentException>(() => new LedgerLine("masks", 3, 1, new Dictionary<string, long> { ["EL101"] = 1 }));
        Assert.Throws<ArgumentException>(() => new LedgerLine("masks", 0, 1, new Dictionary<string, long>()));
    }
}

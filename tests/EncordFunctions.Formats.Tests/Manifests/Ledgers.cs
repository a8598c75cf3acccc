using EncordFunctions.Formats.Ledger;

namespace EncordFunctions.Formats.Tests.Manifests;

public sealed class Ledgers
{
    [Fact]
    public void A_line_that_does_not_balance_can_not_be_made()
    {
        Assert.Throws<ArgumentException>(() => new LedgerLine("masks", LedgerUnit.Bitmasks, 3, 1, [new LedgerEntry("EL101", 1, null)]));
        Assert.Throws<ArgumentException>(() => new LedgerLine("masks", LedgerUnit.Bitmasks, 0, 1, []));
    }
}

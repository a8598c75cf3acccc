namespace EncordFunctions.Formats.Tests;

public sealed class Ledgers
{
    [Fact]
    public void A_line_that_does_not_balance_can_not_be_made()
    {
        Assert.Throws<ArgumentException>(() => new LedgerLine("masks", 3, 1, new Dictionary<string, long> { ["EL101"] = 1 }));
        Assert.Throws<ArgumentException>(() => new LedgerLine("masks", 0, 1, new Dictionary<string, long>()));
    }

    [Fact]
    public void Rows_add_up_derivative_by_derivative()
    {
        var sum = new LedgerSum();
        sum.Add(new LedgerLine("masks", 2, 2, new Dictionary<string, long>()));
        sum.Add(new LedgerLine("annotations.jsonl", 3, 1, new Dictionary<string, long> { ["EL102"] = 1, ["EL101"] = 1 }));
        sum.Add(new LedgerLine("annotations.jsonl", 5, 2, new Dictionary<string, long> { ["EL102"] = 2, ["EL103"] = 1 }));

        Assert.Equal([("annotations.jsonl", 8L, 3L), ("masks", 2L, 2L)], sum.Lines.Select(line => (line.Derivative, line.In, line.Written)));
        Assert.Equal([new("EL101", 1), new("EL102", 3), new("EL103", 1)], sum.Lines.First().Skipped);
    }
}

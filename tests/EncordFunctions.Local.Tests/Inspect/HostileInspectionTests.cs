using System.Text;
using EncordFunctions.Local.Inspect;
using EncordFunctions.Local.Sample;
using EncordFunctions.Local.Tests.Commands;
using EncordFunctions.Local.Tests.Sample;
using EncordFunctions.Pipeline.Zip;

namespace EncordFunctions.Local.Tests.Inspect;

/// <summary>Whole uploads that are hostile or broken, through everything an inspection does.</summary>
public sealed class HostileInspectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_archive_cut_off_after_any_hundredth_of_its_length_is_rejected_by_one_issue()
    {
        var whole = SampleExport.Create().Content.ToArray();
        for (var hundredth = 0; hundredth < 100; hundredth++)
        {
            var tally = await InspectAsync("cut.zip", whole[..(whole.Length * hundredth / 100)]);

            Assert.Contains(Assert.Single(tally.Issues).Code.Id, (string[])["EL901", "EL902"]);
            Assert.Equal(0L, tally.Verdicts.Total);
        }
    }

    [Fact]
    public async Task A_json_cut_off_after_any_hundredth_of_its_length_keeps_the_rows_before_the_cut()
    {
        var whole = Encoding.UTF8.GetBytes(Entries.TextOf(SampleExport.Create()).First());
        var rows = 0L;
        for (var hundredth = 1; hundredth < 100; hundredth++)
        {
            var tally = await InspectAsync("cut.json", whole[..(whole.Length * hundredth / 100)]);

            Assert.InRange(tally.Verdicts.Done, rows, 9);
            Assert.InRange(tally.Verdicts.Rejected, 0, 1);
            Assert.NotEqual(0, tally.Errors);
            rows = tally.Verdicts.Done;
        }
        Assert.Equal(8L, rows);
    }

    [Fact]
    public async Task A_bomb_of_a_gibibyte_of_json_is_refused_before_it_is_inflated()
    {
        var tally = await InspectAsync("bomb.zip", HostileZips.Bomb(1L << 30));

        Assert.Equal("EL910", Assert.Single(tally.Issues).Code.Id);
        Assert.EndsWith("or raise the setting Limits__Ratio.", Assert.Single(tally.Issues).Examples[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_the_environment_holds_for_an_inspection_and_one_that_can_not_be_is_one_line()
    {
        await File.WriteAllBytesAsync(_folder.File("sample.zip"), SampleExport.Create().Content.ToArray(), TestContext.Current.CancellationToken);

        var tight = await LocalCommand.RunWithAsync(_folder.Path, "Limits__Entries=3", "inspect", "sample.zip");
        var wrong = await LocalCommand.RunWithAsync(_folder.Path, "Limits__Entries=none", "inspect", "sample.zip");

        Assert.Equal(1, tight.ExitCode);
        Assert.Contains("EL909", tight.Results, StringComparison.Ordinal);
        Assert.Equal(
            (2, $"The setting Limits__Entries can't be 'none'. Give a whole number from 1 to 1073741824.{Environment.NewLine}"), (wrong.ExitCode, wrong.Notes));
    }

    private async Task<InspectionTally> InspectAsync(string name, byte[] content)
    {
        await File.WriteAllBytesAsync(_folder.File(name), content, TestContext.Current.CancellationToken);
        return await Inspection.RunAsync(_folder.File(name), ArchiveLimits.Default, [], withLines: false, TestContext.Current.CancellationToken);
    }
}

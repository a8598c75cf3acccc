using EncordFunctions.Fuzz;
using EncordFunctions.Fuzz.Driving;
using EncordFunctions.Fuzz.Targets;
using SharpFuzz;

FuzzTarget? target = args.FirstOrDefault() switch
{
    "rows" => new RowTarget(),
    "rle" => new RleTarget(),
    "zip" => new ZipTarget(),
    _ => null,
};
switch (args)
{
    case [_, "afl"] when target is not null:
        Fuzzer.OutOfProcess.Run(input => target.Run(BytesOf(input)));
        return 0;

    case [_, "libfuzzer"] when target is not null:
        Fuzzer.LibFuzzer.Run(input => target.Run(input.ToArray()));
        return 0;

    case [_, "seeds", var folder] when target is not null:
        Directory.CreateDirectory(folder);
        foreach (var (seed, number) in target.Seeds().Select((seed, number) => (seed, number)))
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{number:D3}"), seed);
        return 0;

    case [_, "again", var path] when target is not null:
        Console.WriteLine(target.Run(await File.ReadAllBytesAsync(path)));
        return 0;

    case [_, var seconds, .. var rest] when target is not null && int.TryParse(seconds, null, out var length):
        var driver = new Driver(target, seed: rest.Length > 1 ? int.Parse(rest[1], null) : 1, TimeProvider.System);
        return await driver.RunAsync(TimeSpan.FromSeconds(length), rest.Length > 0 ? rest[0] : null) == 0 ? 0 : 1;

    default:
        Console.Error.WriteLine(
            "Say rows, rle or zip, and then how many seconds, with a corpus folder and a seed if you like; or 'again FILE' for one input, "
            + "'seeds FOLDER' to write the first inputs, 'afl' or 'libfuzzer' under one of those. docs/testing.md has the commands.");
        return 2;
}

static byte[] BytesOf(Stream input)
{
    var bytes = new MemoryStream();
    input.CopyTo(bytes);
    return bytes.ToArray();
}

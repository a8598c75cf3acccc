using EncordFunctions.Local;
using EncordFunctions.Local.Commands;
using EncordFunctions.Local.Output;

using var interruption = new Interruption();
return await CommandLine.RunAsync(args, Terminal.OfProcess(), TimeProvider.System, interruption.Token);

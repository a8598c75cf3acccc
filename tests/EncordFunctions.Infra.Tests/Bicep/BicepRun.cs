namespace EncordFunctions.Infra.Tests.Bicep;

/// <summary>What a run of the compiler left.</summary>
internal sealed record BicepRun(int ExitCode, string Output, string Error);

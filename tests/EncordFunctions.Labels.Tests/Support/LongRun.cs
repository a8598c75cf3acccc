namespace EncordFunctions.Labels.Tests.Support;

/// <summary>The long forms of tests, which run where ENCORD_LONG is set.</summary>
public static class LongRun
{
    /// <summary>One number in the long form, another in the short one.</summary>
    public static long Or(long inLong, long inShort) => Environment.GetEnvironmentVariable("ENCORD_LONG") is { Length: > 0 } ? inLong : inShort;
}

using System.Globalization;

namespace EncordFunctions.Tests.Shared;

/// <summary>Whether the tests run in their long form: the variable ENCORD_LONG is set, to 1 or to a number of cases.</summary>
public static class LongForm
{
    private static readonly string? Setting = Environment.GetEnvironmentVariable("ENCORD_LONG");

    public static bool IsOn => !string.IsNullOrEmpty(Setting);

    /// <summary>How many cases to run.</summary>
    public static int Cases(int shortForm, int longForm) => !IsOn ? shortForm
        : int.Parse(Setting!, CultureInfo.InvariantCulture) is > 1 and var wanted ? wanted
        : longForm;

    public static void Only() => Assert.SkipUnless(IsOn, "Long form only: set ENCORD_LONG=1.");
}

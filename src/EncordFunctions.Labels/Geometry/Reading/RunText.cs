using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Masks;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>Where and as what issue a fault of the text of runs is named.</summary>
internal static class RunText
{
    /// <summary>Where character <paramref name="index"/> of the decoded text stands in the raw text.</summary>
    public static int IndexInRaw(ReadOnlySpan<byte> raw, int index)
    {
        var at = 0;
        for (; index > 0 && at < raw.Length; index--) at += raw[at] != '\\' ? 1 : raw[at + 1] == 'u' ? 6 : 2;
        return Math.Min(at, raw.Length);
    }

    /// <summary>The issue that a fault of the text is.</summary>
    public static IssueCode CodeOf(MaskFault fault) => fault switch
    {
        MaskFault.IllegalCharacter => IssueCatalogue.MaskIllegalCharacter,
        MaskFault.NumberCutShort => IssueCatalogue.MaskCutShort,
        MaskFault.NumberTooLong => IssueCatalogue.MaskNumberTooLong,
        MaskFault.NegativeRun => IssueCatalogue.MaskNegativeRun,
        MaskFault.SumTooSmall => IssueCatalogue.MaskTooSmall,
        MaskFault.SumTooLarge => IssueCatalogue.MaskTooLarge,
        MaskFault.TooFragmented => IssueCatalogue.MaskTooFragmented,
        MaskFault.ImpossibleSize => IssueCatalogue.MaskImpossibleSize,
        _ => throw new InvalidOperationException($"{fault} is not handled."),
    };
}

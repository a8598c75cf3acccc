namespace EncordFunctions.Labels.Masks;

/// <summary>Why an <c>rleString</c> can't be read.</summary>
public enum MaskFault
{
    /// <summary>A character outside <c>'0'</c> (48) to <c>'o'</c> (111).</summary>
    IllegalCharacter,

    /// <summary>The text ends inside a number.</summary>
    NumberCutShort,

    /// <summary>A number of more groups than any run of a mask needs.</summary>
    NumberTooLong,

    /// <summary>A run below zero.</summary>
    NegativeRun,

    /// <summary>The runs cover fewer pixels than width × height.</summary>
    SumTooSmall,

    /// <summary>The runs cover more pixels than width × height.</summary>
    SumTooLarge,

    /// <summary>A side is not from 1 to <see cref="Mask.LongestSide"/>, or there are more pixels than <see cref="int.MaxValue"/>.</summary>
    ImpossibleSize,

    /// <summary>More than <see cref="Mask.MostRuns"/> runs, along rows or columns: a short text can stand for gigabytes of them.</summary>
    TooFragmented,
}

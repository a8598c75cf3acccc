namespace EncordFunctions.Local.Sample;

/// <summary>What a load export holds, counted while it was written.</summary>
/// <param name="Rows">Label rows.</param>
/// <param name="Annotations">Annotations by the name of their shape.</param>
/// <param name="Classifications">Classifications.</param>
/// <param name="MaskPixels">Set pixels of all bitmasks.</param>
/// <param name="JsonBytes">Bytes of JSON before compression.</param>
public sealed record LoadTotals(int Rows, IReadOnlyDictionary<string, int> Annotations, int Classifications, long MaskPixels, long JsonBytes);

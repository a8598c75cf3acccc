using System.Text;

namespace EncordFunctions.Local.Sample;

/// <summary>
/// Writes runs as the vendor's <c>rleString</c>. It shares nothing with the codec that reads masks, so that one can't hide a mistake of the other.
/// </summary>
internal static class RleText
{
    public static string Of(IReadOnlyList<int> runs)
    {
        var text = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            // The first three runs stand as they are; each later one is told by what it adds to the run two places before.
            long rest = i < 3 ? runs[i] : runs[i] - (long)runs[i - 2];
            while (rest is < -16 or > 15)
            {
                text.Append((char)('0' + 32 + (((rest % 32) + 32) % 32)));
                rest = (long)Math.Floor(rest / 32.0);
            }
            text.Append((char)('0' + (rest < 0 ? rest + 32 : rest)));
        }
        return text.ToString();
    }
}

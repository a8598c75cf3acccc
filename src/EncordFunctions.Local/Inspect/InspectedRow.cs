using EncordFunctions.Labels.Rows;
using EncordFunctions.Pipeline;

namespace EncordFunctions.Local.Inspect;

/// <summary>What a label row came to.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Children">Its children, if it is a data group.</param>
/// <param name="Verdict">The verdict the pipeline would give it.</param>
/// <param name="Annotations">Annotations that hold.</param>
/// <param name="Classifications">Classifications that hold.</param>
/// <param name="Masks">Bitmasks among the annotations.</param>
internal sealed record InspectedRow(
    LabelRowHeader Header, IReadOnlyList<GroupChild> Children, Verdict Verdict, long Annotations = 0, long Classifications = 0, long Masks = 0);

using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Painting;

/// <summary>Gives numbers to what is painted.</summary>
internal interface ILegend
{
    /// <summary>The greatest number there is: a picture has at most 16 bits a pixel.</summary>
    const int Most = ushort.MaxValue;

    /// <summary>What the list of numbers is called.</summary>
    string Member { get; }

    /// <summary>What number <c>index + 1</c> stands for.</summary>
    IReadOnlyList<LegendEntry> Entries { get; }

    /// <summary>A new picture begins.</summary>
    void Begin();

    /// <summary>The number of an annotation, from 1 on; null where none is left.</summary>
    int? NumberOf(Annotation annotation);
}

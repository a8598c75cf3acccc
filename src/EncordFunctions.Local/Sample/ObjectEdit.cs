namespace EncordFunctions.Local.Sample;

/// <summary>What an annotator did to one object of a sample row between two exports.</summary>
/// <param name="Title">Title of the row's data.</param>
/// <param name="Number">Which object of the row, in the order they were made.</param>
public abstract record ObjectEdit(string Title, int Number)
{
    /// <summary>Moves it on every frame it is on; a mask stays within its frame, what leaves it is lost.</summary>
    public sealed record Move(string Title, int Number, double Dx, double Dy) : ObjectEdit(Title, Number);

    /// <summary>Gives it another class.</summary>
    public sealed record Relabel(string Title, int Number, string Name) : ObjectEdit(Title, Number);

    /// <summary>Answers an attribute that holds on all its frames; an answer that is there already is replaced.</summary>
    public sealed record Reattribute(string Title, int Number, SampleAnswer Answer) : ObjectEdit(Title, Number);

    /// <summary>Deletes it.</summary>
    public sealed record Remove(string Title, int Number) : ObjectEdit(Title, Number);

    /// <summary>Draws a new one: a box on the row's first frame. Its number is the next one.</summary>
    public sealed record Add(string Title, int Number, string Name, double X, double Y, double W, double H) : ObjectEdit(Title, Number);
}

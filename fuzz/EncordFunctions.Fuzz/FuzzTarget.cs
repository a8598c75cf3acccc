namespace EncordFunctions.Fuzz;

/// <summary>Code that takes bytes from outside, and what must hold whatever they are.</summary>
public abstract class FuzzTarget
{
    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Pieces that a mutation puts in, since chance would not find them.</summary>
    public abstract IReadOnlyList<byte[]> Tokens { get; }

    /// <summary>The longest input that is worth its time.</summary>
    public virtual int LongestInput => 1 << 16;

    /// <summary>What one input may allocate.</summary>
    public virtual long MostAllocated => 256L << 20;

    /// <summary>Inputs to begin with, most of them good.</summary>
    public abstract IEnumerable<byte[]> Seeds();

    /// <summary>Runs one input and throws where a promise is broken.</summary>
    /// <returns>What became of it, in few words: an input that comes to something new is worth mutating further.</returns>
    public abstract string Run(byte[] input);
}

namespace EncordFunctions.Labels.Geometry.Validity;

/// <summary>
/// Proves that polygons are valid, as nearly all are, in about one comparison a vertex: no edge touches another but its neighbours, each
/// hole is inside its ring and in no other hole, and no polygon covers another. It never calls valid what is not; what it can't prove is open.
/// </summary>
/// <remarks>Edges are put in columns along the longer side of their bounds; only those of one column are compared.</remarks>
internal sealed class QuickProof
{
    private const int MostRings = 64;
    private const int FewEdges = 24;

    /// <summary>So many comparisons an edge are more than drawn polygons need.</summary>
    private const int MostPairs = 128;

    private Edge[] _edges = [];
    private int[] _columns = [];
    private int[] _starts = [];

    /// <summary>An edge, the index of the next one of its ring, and its box.</summary>
    private readonly record struct Edge(Vertex From, Vertex To, int Next)
    {
        public double Left => Math.Min(From.X, To.X);

        public double Right => Math.Max(From.X, To.X);

        public double Top => Math.Min(From.Y, To.Y);

        public double Bottom => Math.Max(From.Y, To.Y);
    }

    /// <summary>Tries to prove that the polygons are valid.</summary>
    public Proof Of(Vertex[][][] parts)
    {
        var count = Collect(parts);
        if (count < 0) return Proof.Open;
        var edges = _edges.AsSpan(0, count);
        var proof = count <= FewEdges ? CompareAll(edges) : CompareColumns(edges);
        return proof == Proof.Valid && !AreNested(parts) ? Proof.Open : proof;
    }

    /// <summary>Lists the edges of all rings; -1 where a ring is too short or turns back on itself.</summary>
    private int Collect(Vertex[][][] parts)
    {
        var (count, rings) = (0, 0);
        foreach (var part in parts)
        {
            foreach (var ring in part) count += ring.Length;
            rings += part.Length;
        }
        if (rings > MostRings) return -1;
        if (_edges.Length < count) _edges = new Edge[count];
        var at = 0;
        foreach (var part in parts)
        {
            foreach (var ring in part)
            {
                if (ring.Length < 3) return -1;
                var (before, from, first) = (ring[^2], ring[^1], at);
                foreach (var to in ring)
                {
                    if (!Sides.GoesOn(before, from, to)) return -1;
                    _edges[at] = new Edge(from, to, ++at);
                    (before, from) = (from, to);
                }
                _edges[at - 1] = _edges[at - 1] with { Next = first };
            }
        }
        return count;
    }

    private static Proof CompareAll(ReadOnlySpan<Edge> edges)
    {
        for (var i = 0; i < edges.Length; i++)
        {
            for (var j = i + 1; j < edges.Length; j++)
            {
                if (!AreApart(edges, i, j)) return Proof.Open;
            }
        }
        return Proof.Valid;
    }

    private Proof CompareColumns(ReadOnlySpan<Edge> edges)
    {
        var (isWide, low, scale) = ScaleOf(edges);
        var columns = edges.Length;
        if (_starts.Length < columns + 2) _starts = new int[columns + 2];
        var starts = _starts.AsSpan(0, columns + 2);
        starts.Clear();
        var total = 0L;
        foreach (ref readonly var edge in edges)
        {
            var (first, last) = ColumnsOf(edge, isWide, low, scale);
            total += last - first + 1;
            if (total > MostPairs * (long)columns) return Proof.Tangled;
            for (var column = first; column <= last; column++) starts[column + 2]++;
        }
        var pairs = 0L;
        for (var column = 2; column < starts.Length; column++)
        {
            pairs += starts[column] * (long)(starts[column] - 1) / 2;
            starts[column] += starts[column - 1];
        }
        if (pairs > MostPairs * (long)columns) return Proof.Tangled;

        if (_columns.Length < total) _columns = new int[total];
        for (var i = 0; i < edges.Length; i++)
        {
            var (first, last) = ColumnsOf(edges[i], isWide, low, scale);
            for (var column = first; column <= last; column++) _columns[starts[column + 1]++] = i;
        }
        for (var column = 0; column < columns; column++)
        {
            var together = _columns.AsSpan(starts[column]..starts[column + 1]);
            for (var i = 0; i < together.Length; i++)
            {
                for (var j = i + 1; j < together.Length; j++)
                {
                    if (!AreApart(edges, together[i], together[j])) return Proof.Open;
                }
            }
        }
        return Proof.Valid;
    }

    private static (bool IsWide, double Low, double Scale) ScaleOf(ReadOnlySpan<Edge> edges)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (ref readonly var edge in edges)
        {
            (left, right) = (Math.Min(left, edge.To.X), Math.Max(right, edge.To.X));
            (top, bottom) = (Math.Min(top, edge.To.Y), Math.Max(bottom, edge.To.Y));
        }
        var isWide = right - left >= bottom - top;
        var extent = isWide ? right - left : bottom - top;
        return (isWide, isWide ? left : top, (edges.Length - 1) / extent);
    }

    /// <summary>Rounding keeps the order of places, so edges that overlap along the axis share a column.</summary>
    private static (int First, int Last) ColumnsOf(in Edge edge, bool isWide, double low, double scale) => isWide
        ? ((int)((edge.Left - low) * scale), (int)((edge.Right - low) * scale))
        : ((int)((edge.Top - low) * scale), (int)((edge.Bottom - low) * scale));

    /// <summary>Whether two edges surely have no point in common but the one that neighbours share.</summary>
    private static bool AreApart(ReadOnlySpan<Edge> edges, int one, int other)
    {
        ref readonly var a = ref edges[one];
        ref readonly var b = ref edges[other];
        if (a.Right < b.Left || b.Right < a.Left || a.Bottom < b.Top || b.Bottom < a.Top) return true;
        if (a.Next == other || b.Next == one) return true;
        return AreOnOneSide(a, b) || AreOnOneSide(b, a);
    }

    private static bool AreOnOneSide(in Edge line, in Edge edge)
    {
        var side = Sides.Of(line.From, line.To, edge.From);
        return side != 0 && side == Sides.Of(line.From, line.To, edge.To);
    }

    /// <summary>Whether rings that don't touch lie as they should: one point of each says where all of it is.</summary>
    private static bool AreNested(Vertex[][][] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            for (var hole = 1; hole < parts[i].Length; hole++)
            {
                if (Sides.IsInside(parts[i][hole][0], parts[i][0]) != true) return false;
                for (var other = 1; other < parts[i].Length; other++)
                {
                    if (other != hole && Sides.IsInside(parts[i][hole][0], parts[i][other]) != false) return false;
                }
            }
            for (var other = 0; other < parts.Length; other++)
            {
                if (other != i && !IsOff(parts[i][0][0], parts[other])) return false;
            }
        }
        return true;
    }

    /// <summary>Whether a point is surely not covered by a polygon: outside its first ring, or in a hole.</summary>
    private static bool IsOff(Vertex point, Vertex[][] rings)
    {
        if (Sides.IsInside(point, rings[0]) is not { } inside) return false;
        if (!inside) return true;
        for (var hole = 1; hole < rings.Length; hole++)
        {
            if (Sides.IsInside(point, rings[hole]) == true) return true;
        }
        return false;
    }
}

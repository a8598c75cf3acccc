using EncordFunctions.Labels.Issues;
using EncordFunctions.Labels.Json;
using EncordFunctions.Labels.Masks;
using EncordFunctions.Labels.Shapes;

namespace EncordFunctions.Labels.Geometry.Reading;

/// <summary>
/// Reads <c>bitmask</c>: <c>{rleString, top, left, width, height}</c>. A mask covers its whole frame; one that is placed elsewhere or has
/// another size has never been seen from the vendor, so what it means is not guessed.
/// </summary>
internal static class Bitmasks
{
    private static readonly string[] Numbers = ["width", "height", "top", "left"];

    /// <summary>Reads the mask.</summary>
    public static Shape? Read(ref JsonCursor json, GeometryContext context)
    {
        if (json.Peek() != JsonKind.Object)
        {
            context.FailKind(ref json, null, "an object");
            return null;
        }
        Span<double> values = stackalloc double[4];
        Span<int> places = [-1, -1, -1, -1];
        ReadOnlySpan<byte> text = default;
        var (at, textAt, escaped) = (json.At, -1, false);
        json.Enter();
        while (json.NextMember(out var name))
        {
            var which = IndexOf(name);
            if (which >= 0)
            {
                places[which] = json.At;
                if (!context.TryNumber(ref json, Numbers[which], out values[which])) return null;
            }
            else if (name.SequenceEqual("rleString"u8) && json.Peek() == JsonKind.Text)
            {
                textAt = json.At + 1;
                text = json.ReadText(out escaped);
            }
            else if (name.SequenceEqual("rleString"u8))
            {
                context.FailKind(ref json, "rleString", "a text");
                return null;
            }
            else
                context.SkipUnknown(ref json, name);
        }
        if (textAt < 0) return Missing("rleString", at, context);
        if (places[0] < 0) return Missing("width", at, context);
        if (places[1] < 0) return Missing("height", at, context);
        return IsWholeFrame(values, places, at, context) ? Decode(text, textAt, escaped, (int)values[0], (int)values[1], context) : null;
    }

    private static bool IsWholeFrame(Span<double> values, Span<int> places, int at, GeometryContext context)
    {
        for (var i = 0; i < 2; i++)
        {
            if (values[i] != Math.Floor(values[i]) || values[i] is < 1 or > int.MaxValue)
                return context.Fail(IssueCatalogue.MaskImpossibleSize, places[i], Numbers[i], $"The mask's {Numbers[i]} is {values[i]}.");
        }
        for (var i = 2; i < 4; i++)
        {
            if (values[i] != 0)
                return context.Fail(IssueCatalogue.MaskIsPlaced, places[i], Numbers[i], $"{Numbers[i]} is {values[i]}; only masks of a whole frame are read.");
        }
        var frame = context.Frame;
        return !context.IsInPixels || (frame.Width == values[0] && frame.Height == values[1]) || context.Fail(
            IssueCatalogue.MaskSizeDiffers, at, null, $"The mask is {values[0]} x {values[1]}, its frame {frame.Width} x {frame.Height}.");
    }

    private static Bitmask? Decode(ReadOnlySpan<byte> raw, int at, bool escaped, int width, int height, GeometryContext context)
    {
        switch (Mask.Read(context.Unescape(raw, escaped), width, height))
        {
            case MaskReading.Read read:
                return new Bitmask(read.Mask);
            case MaskReading.Faulty faulty:
                context.Fail(RunText.CodeOf(faulty.Kind), at + RunText.IndexInRaw(raw, faulty.At), "rleString", faulty.Message);
                return null;
            case var other:
                throw new InvalidOperationException($"{other.GetType()} is not handled.");
        }
    }

    private static int IndexOf(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("width"u8)) return 0;
        if (name.SequenceEqual("height"u8)) return 1;
        if (name.SequenceEqual("top"u8)) return 2;
        return name.SequenceEqual("left"u8) ? 3 : -1;
    }

    private static Shape? Missing(string member, int at, GeometryContext context)
    {
        context.Fail(IssueCatalogue.CoordinateMissing, at, null, $"{member} is missing.");
        return null;
    }
}

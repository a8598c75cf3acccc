using System.Globalization;

namespace EncordFunctions.Formats.Tests.Yolo;

/// <summary>
/// What Ultralytics asks of a label file (<c>verify_image_label</c>), said once more, and stricter: it lets a coordinate be a hundredth
/// outside, drops a repeated line with a message, and takes any number Python does.
/// </summary>
internal static class LoaderRules
{
    /// <summary>Reads a file as a loader would.</summary>
    public static IReadOnlyList<(int Class, double[] Numbers)> Read(string text, string task, int classes, int keypoints = 0)
    {
        Assert.True(text.Length == 0 || text[^1] == '\n');
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ')).ToArray();
        Assert.Equal(rows.Length, rows.Select(static row => string.Join(' ', row)).Distinct().Count());
        var read = new List<(int, double[])>();
        foreach (var row in rows)
        {
            switch (task)
            {
                case "detect":
                    Assert.Equal(5, row.Length);
                    break;
                case "obb":
                    Assert.Equal(9, row.Length);
                    break;
                case "pose":
                    Assert.Equal(5 + (3 * keypoints), row.Length);
                    break;
                default:
                    // More than six columns are a ring; with fewer all lines of the file would be taken for boxes.
                    Assert.True(row.Length >= 7 && row.Length % 2 == 1, $"{row.Length} columns");
                    break;
            }
            Assert.InRange(int.Parse(row[0], NumberStyles.None, CultureInfo.InvariantCulture), 0, classes - 1);
            var numbers = row[1..].Select(static text =>
            {
                // No sign, no exponent.
                Assert.All(text, static one => Assert.True(char.IsAsciiDigit(one) || one == '.'));
                return double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            }).ToArray();
            for (var i = 0; i < numbers.Length; i++)
                Assert.InRange(numbers[i], 0, task == "pose" && i >= 4 && i % 3 == 0 ? 2 : 1);
            if (task is "detect" or "pose") Assert.True(numbers[2] > 0 && numbers[3] > 0, "A box of no size.");
            read.Add((int.Parse(row[0], CultureInfo.InvariantCulture), numbers));
        }
        return read;
    }

    /// <summary>Where it looks for the labels of a picture: the last folder images is labels, the ending is txt.</summary>
    public static string LabelsOf(string picture)
    {
        const string Images = "/images/";
        var at = picture.LastIndexOf(Images, StringComparison.Ordinal);
        var labels = picture[..at] + "/labels/" + picture[(at + Images.Length)..];
        return labels[..labels.LastIndexOf('.')] + ".txt";
    }
}

using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Local.Sample;

/// <content>Slices, pages, and several files in one row.</content>
internal static partial class SampleRows
{
    /// <summary>Shapes that the vendor has had for a short time.</summary>
    public static SampleRow Wheels()
    {
        var row = RowBuilder.Image("wheels.jpg", 500, 400);
        var van = row.Object("Van").With(
            SampleAnswer.Radio("Use", "Delivery").With(SampleAnswer.Text("Firm", "Blumen Krüger"), SampleAnswer.Checklist("Loaded with", "Boxes")));
        return row
            .Perspective(van, [new(80, 120), new(220, 120), new(220, 260), new(80, 260)], new(400, 180), 0.75)
            .Isometric(row.Object("Crate"), [new(300, 300), new(360, 300), new(360, 350), new(300, 350)], new(20, -25))
            .Circle(row.Object("Wheel"), 110, 265, 24.5)
            .Ellipse(row.Object("Wheel"), 205, 262, 14, 24, 12)
            .Build();
    }

    /// <summary>The same image as another annotator saw it, on a branch of its own.</summary>
    public static SampleRow WheelsReviewed()
    {
        var row = RowBuilder.Image("wheels.jpg", 500, 400).Branch("second-opinion");
        return row.Circle(row.Object("Wheel"), 111, 264.5, 25).Build();
    }

    /// <summary>A head, slice by slice.</summary>
    public static SampleRow Head()
    {
        var row = RowBuilder.Nifti("head.nii.gz", 96, 128, 60);
        var skull = row.Object("Skull");
        for (var slice = 20; slice < 22; slice++)
            row.Frame(slice).Mask(skull, Silhouettes.Ellipse(48, 60, 30 + slice, 40 + slice));
        return row.Build();
    }

    /// <summary>A study of a knee.</summary>
    public static SampleRow Knee()
    {
        var row = RowBuilder.DicomStudy("knee", 128, 128, 8);
        return row.Frame(3).Box(row.Object("Meniscus"), 40, 60, 30, 12).Build();
    }

    /// <summary>A form of two pages, in fractions of a page.</summary>
    public static SampleRow Form()
    {
        var row = RowBuilder.Pdf("form.pdf", 2);
        return row
            .Frame(0).Box(row.Object("Heading"), 0.125, 0.0625, 0.5, 0.03125)
            .Frame(1).Box(row.Object("Signature"), 0.5, 0.875, 0.25, 0.0625)
            .Classify("Signed", ClassificationEra.Ranges, [new FrameRange(1, 1)], SampleAnswer.Radio("By whom", "Owner"))
            .Build();
    }

    /// <summary>Files side by side that have rows of their own.</summary>
    public static SampleRow Evidence(params ReadOnlySpan<SampleRow> rows)
    {
        var group = RowBuilder.Group("evidence");
        for (var cell = 0; cell < rows.Length; cell++) group.Child(rows[cell], $"{cell}");
        return group.Build();
    }

    /// <summary>Files side by side in one row: every kind of space a data group can have.</summary>
    public static SampleRow Cockpit()
    {
        var row = RowBuilder.Group("cockpit", Emitter.Sdk).AnswersFirst();
        var driver = row.Object("Driver").During(0, 1, SampleAnswer.Radio("Looks", "Ahead"));
        var speech = row.Object("Speaker").With(SampleAnswer.Radio("Voice", "High"));
        return row
            .Space("video", "driver.mp4", 320, 240, frames: 20)
            .Frame(0).Box(driver, 100, 40, 80, 120).Frame(1).Box(driver, 102, 41, 80, 120)
            .Classify("Awake", ClassificationEra.Ranges, [new FrameRange(0, 19)], SampleAnswer.Radio("How", "Fully"))
            .Space("image", "licence.png", 300, 200)
            .Frame(0).RotatedBox(row.Object("Photograph"), 20, 30, 60, 80, 355)
            .Space("image_sequence", "mirror", 160, 120, frames: 4)
            .Frame(2).Point(row.Object("Lamp"), 80, 30)
            .Space("medical_file", "pulse.dcm", 64, 64, frames: 2)
            .Frame(1).Polygon(row.Object("Peak"), Silhouettes.Rectangle(10, 10, 20, 40))
            .Space("medical_stack", "spine", 100, 100, frames: 2)
            .Slice(1, 50, 50).Box(row.Object("Vertebra"), 10, 10, 20, 15)
            .Space("pdf", "manual.pdf", frames: 3)
            .Frame(2).Box(row.Object("Heading"), 0.25, 0.25, 0.5, 0.125)
            .Space("audio", "cabin.mp3", frames: 20000)
            .Span(speech, 250, 1750)
            .Space("text", "notes.txt")
            .Span(row.Object("Place"), 0, 4)
            .Space("html", "route.html")
            .Span(row.Object("Place"), new HtmlPlace("/html/body/p/text()", 3), new HtmlPlace("/html/body/p/text()", 9))
            .Build();
    }
}

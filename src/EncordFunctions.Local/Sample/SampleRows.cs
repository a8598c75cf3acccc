using EncordFunctions.Labels.Answers;

namespace EncordFunctions.Local.Sample;

/// <summary>The rows of the sample: one a scene.</summary>
internal static partial class SampleRows
{
    /// <summary>A street with every shape the project reads.</summary>
    public static SampleRow Crossing()
    {
        var row = RowBuilder.Image("crossing.jpg", 640, 480);
        var road = row.Object("Road");
        var kerb = row.Object("Kerb");
        var car = row.Object("Car")
            .With(SampleAnswer.Radio("Colour", "Red"), SampleAnswer.Number("Doors", 5), SampleAnswer.Text("Plate", "K-LM 427"));
        var parked = row.Object("Parked car").ByModel(0.87);
        var sign = row.Object("Sign").With(SampleAnswer.Text("Words on it", "Einbahnstraße \"→\""));
        var person = row.Object("Person").With(SampleAnswer.Checklist("Wears", "Hat", "Rucksack"));
        var light = row.Object("Traffic light").During(0, 0, SampleAnswer.Radio("Shows", "Green"));
        return row
            .Polygons(road, [[[new(0, 480), new(200, 250), new(440, 250), new(640, 480)], Silhouettes.Ring(320, 380, 60, 30, 12)]])
            .Polyline(kerb, [new(0, 430.5), new(90, 340), new(180.25, 255)])
            .Mask(car, Silhouettes.Car(330, 300, 220))
            .Box(parked, 24, 268, 132, 60)
            .RotatedBox(sign, 500, 120, 80, 40, 345)
            .Skeleton(person, Silhouettes.Person(230, 400, 160))
            .Point(light, 452.5, 96)
            .Classify("Weather", SampleAnswer.Radio("Sky", "Overcast"), SampleAnswer.Checklist("On the ground", "Puddles", "Leaves"))
            .Classify("Note", SampleAnswer.Text("Remark", "Low sun; the sign is hard to read."))
            .Build();
    }

    /// <summary>A street with polygons in every spelling: an old map of one ring, a list, parts with holes and an island.</summary>
    public static SampleRow Facades()
    {
        var row = RowBuilder.Image("facades.png", 800, 500);
        return row
            .Polygon(row.Object("House"), Silhouettes.Rectangle(20, 60, 220, 400), PolygonSpelling.Map)
            .Polygon(row.Object("House"), [new(240, 400), new(240, 140), new(330, 60), new(420, 140), new(420, 400)], PolygonSpelling.List)
            .Polygons(
                row.Object("House"),
                [
                    [
                        Silhouettes.Rectangle(450, 90, 780, 400),
                        [.. Silhouettes.Rectangle(480, 120, 560, 220).Reverse()],
                        [.. Silhouettes.Rectangle(620, 120, 740, 300).Reverse()],
                    ],
                    [Silhouettes.Rectangle(650, 160, 710, 260)],
                ])
            .Polygon(row.Object("Tree"), Silhouettes.Ring(430, 330, 46.5, 60, 24, waver: 0.15), PolygonSpelling.Polygons)
            .Build();
    }

    /// <summary>Cars and people at a junction, one row a minute.</summary>
    public static SampleRow Junction(int minute)
    {
        var row = RowBuilder.Image($"junction-{minute:D2}.jpg", 320, 240, minute % 2 == 0 ? Emitter.Server : Emitter.Sdk);
        for (var i = 0; i < 3; i++)
        {
            var car = row.Object("Car").With(SampleAnswer.Radio("Colour", i == 0 ? "Red" : "Blue"));
            row.Box(car, 12 + (96 * i) + (4 * minute), 120 + (6 * i), 72, 34);
        }
        return row
            .Mask(row.Object("Car"), Silhouettes.Car(40 + (12 * minute), 170, 120))
            .Skeleton(row.Object("Person"), Silhouettes.Person(290 - (9 * minute), 220, 80), VisibilitySpelling.Member)
            .Classify("Traffic", SampleAnswer.Radio("Density", minute < 2 ? "Light" : "Heavy"))
            .Build();
    }

    /// <summary>The same street as the vendor's documentation page would spell it.</summary>
    public static SampleRow AsDocumented()
    {
        var row = RowBuilder.Image("as-documented.jpg", 640, 360, Emitter.Page);
        return row
            .Box(row.Object("Car").With(SampleAnswer.Number("Doors", 3)), 160, 90, 320, 180)
            .Point(row.Object("Traffic light"), 600, 30)
            .Classify("Weather", SampleAnswer.Radio("Sky", "Clear"))
            .Build();
    }

    /// <summary>A car that drives through a video, indicating.</summary>
    public static SampleRow Dashcam(Emitter emitter, ActionStyle actions)
    {
        var title = emitter == Emitter.Sdk ? "dashcam-rear.mp4" : "dashcam.mp4";
        var row = RowBuilder.Video(title, 640, 360, frames: 48, emitter: emitter).Actions(actions);
        var car = row.Object("Car")
            .With(SampleAnswer.Radio("Colour", "Silver"))
            .During(0, 5, SampleAnswer.Radio("Indicator", "Off"))
            .During(6, 11, SampleAnswer.Radio("Indicator", "Left"))
            .During(2, 8, SampleAnswer.Checklist("Lamps", "Headlights"))
            .During(7, 11, SampleAnswer.Checklist("Lamps", "Brake lights"))
            .During(0, 20, SampleAnswer.Text("Driver", "alone"))
            .During(4, 9, SampleAnswer.Text("Driver", "on the phone"))
            .During(3, 3, SampleAnswer.Number("Speed", 31.5));
        var person = row.Object("Person");
        for (var frame = 0; frame < 12; frame++)
        {
            row.Frame(frame).Box(car, 60 + (18.5 * frame), 180 - (2.25 * frame), 90 + (3 * frame), 44 + (1.5 * frame));
            if (frame >= 8) row.Skeleton(person, Silhouettes.Person(500 - (5 * frame), 320, 120));
        }
        return row
            .Frame(30)
            .Classify("Scene", ClassificationEra.FramesAndRanges, [new FrameRange(0, 7)], SampleAnswer.Radio("Place", "Town"))
            .Classify("Scene", ClassificationEra.Frames, [new FrameRange(8, 11), new FrameRange(30, 30)], SampleAnswer.Radio("Place", "Motorway"))
            .Classify("Camera", ClassificationEra.Ranges, [], SampleAnswer.Text("Mount", "windscreen"))
            .Build();
    }

    /// <summary>A scan whose slices state sizes of their own.</summary>
    public static SampleRow Scan()
    {
        var row = RowBuilder.Dicom("thorax", 256, 256, slices: 4);
        var lung = row.Object("Lung").With(SampleAnswer.Radio("Side", "Left"));
        var rib = row.Object("Rib");
        for (var slice = 0; slice < 3; slice++)
        {
            var (width, height) = slice == 2 ? (128, 96) : (256, 256);
            row.Slice(slice, width, height)
                .Mask(lung, Silhouettes.Ellipse(0.35 * width, 0.5 * height, (0.12 * width) + (4 * slice), (0.2 * height) + (3 * slice)))
                .RotatedBox(rib, width * 0.6, height * 0.3, width * 0.25, height * 0.08, 30 + (20 * slice));
        }
        return row
            .Frame(3)
            .Polygon(row.Object("Marker"), Silhouettes.Rectangle(4, 4, 40, 20), PolygonSpelling.Map)
            .Classify("Quality", ClassificationEra.Ranges, [new FrameRange(0, 1), new FrameRange(3, 3)], SampleAnswer.Radio("Noise", "Low"))
            .Build();
    }

    /// <summary>Photographs of one car from all sides, of different sizes, and not in the order they are listed in.</summary>
    public static SampleRow Walkaround(Emitter emitter)
    {
        var row = RowBuilder.ImageGroup(emitter == Emitter.Page ? "walkaround-documented" : "walkaround", emitter);
        var car = row.Object("Car").With(SampleAnswer.Radio("Colour", "Green")).During(1, 2, SampleAnswer.Checklist("Damage", "Dent", "Scratch"));
        var dent = row.Object("Dent");
        return row
            .Unit("right.jpg", 480, 320, sequence: 2)
            .Box(car, 48, 60, 360, 200).Mask(dent, Silhouettes.Ellipse(210, 140, 34, 16))
            .Unit("front.jpg", 320, 320, sequence: 0)
            .Box(car, 30, 70, 260, 210).Polyline(row.Object("Scratch"), [new(60, 200), new(75.5, 190), new(98, 196)], asList: true)
            .Unit("left.png", 640, 400, sequence: 1)
            .Box(car, 100, 120, 420, 180).RotatedBox(row.Object("Number plate"), 470, 230, 60, 14, 4.5)
            .Classify("Damaged", ClassificationEra.FramesAndRanges, [new FrameRange(1, 2)], SampleAnswer.Radio("How badly", "Slightly"))
            .Build();
    }

    /// <summary>A person crossing, in a sequence of images.</summary>
    public static SampleRow Steps()
    {
        var row = RowBuilder.ImageSequence("steps").Branch(null);
        var person = row.Object("Person").During(0, 1, SampleAnswer.Radio("Foot", "Left")).During(2, 3, SampleAnswer.Radio("Foot", "Right"));
        for (var step = 0; step < 4; step++)
            row.Unit($"step-{step}.png", 200, 300, step).Skeleton(person, Silhouettes.Person(60 + (25 * step), 280, 200));
        return row.Build();
    }

    /// <summary>Three good objects, and two that no reader may accept: a box far outside its image, and a mask whose text is cut short.</summary>
    public static SampleRow WithFaults()
    {
        var row = RowBuilder.Image("tunnel.jpg", 320, 240);
        return row
            .Box(row.Object("Car"), 24, 130, 96, 48)
            .Fault(row.Object("Car"), "bounding_box", static json =>
            {
                json.WriteStartObject("boundingBox");
                json.WriteNumber("x", 7.5);
                json.WriteNumber("y", 0.55);
                json.WriteNumber("w", 0.3);
                json.WriteNumber("h", 0.2);
                json.WriteEndObject();
            })
            .Mask(row.Object("Car"), Silhouettes.Car(150, 140, 140))
            .Fault(row.Object("Car"), "bitmask", static json =>
            {
                var runs = MaskRuns.Of(320, 240, Silhouettes.Car(20, 60, 140));
                json.WriteStartObject("bitmask");
                json.WriteString("rleString", RleText.Of([.. runs.Take(runs.Count / 2)]));
                json.WriteNumber("top", 0);
                json.WriteNumber("left", 0);
                json.WriteNumber("width", 320);
                json.WriteNumber("height", 240);
                json.WriteEndObject();
            })
            .Point(row.Object("Traffic light"), 160, 24)
            .Classify("Weather", SampleAnswer.Radio("Sky", "None"))
            .Build();
    }
}

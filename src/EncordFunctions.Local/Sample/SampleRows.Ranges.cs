using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Local.Sample;

/// <content>What has no frames: sound, texts, time series.</content>
internal static partial class SampleRows
{
    /// <summary>Two people on the telephone, with a transcript.</summary>
    public static SampleRow Call()
    {
        var row = RowBuilder.Audio("call.mp3", 42.5);
        var caller = row.Object("Speaker").With(SampleAnswer.Radio("Voice", "Deep"))
            .During(1200, 4800, SampleAnswer.Text("Words #transcript", "Good morning."));
        var clerk = row.Object("Speaker").During(5000, 9000, SampleAnswer.Text("Words #transcript", "Straßenverkehrsamt, good morning."));
        return row
            .Span(caller, 1200, 4800).Span(caller, 30000, 31999)
            .Span(clerk, 5000, 9000)
            .Classify("Call", ClassificationEra.Ranges, [], SampleAnswer.Text("About", "A number plate"))
            .Classify("Noise", ClassificationEra.Ranges, [new FrameRange(0, 999)], SampleAnswer.Radio("Kind", "Ringing"))
            .Build();
    }

    /// <summary>A report with its places marked.</summary>
    public static SampleRow AccidentReport()
    {
        var row = RowBuilder.PlainText("report.txt", Emitter.Sdk);
        return row
            .Span(row.Object("Place"), 14, 27)
            .Span(row.Object("Person").With(SampleAnswer.Text("Role", "witness")), 40, 51)
            .Classify("Language", ClassificationEra.Ranges, [], SampleAnswer.Radio("Which", "English"))
            .Build();
    }

    /// <summary>A page of the web with a name and a price marked.</summary>
    public static SampleRow Advertisement(Emitter emitter)
    {
        var row = RowBuilder.Html(emitter == Emitter.Page ? "advertisement-documented.html" : "advertisement.html", emitter);
        return row
            .Span(row.Object("Car"), new HtmlPlace("/html/body/h1/text()", 0), new HtmlPlace("/html/body/h1/text()", 17))
            .Span(row.Object("Price"), new HtmlPlace("/html/body/p[2]/text()", 4), new HtmlPlace("/html/body/p[2]/b/text()", 6))
            .Build();
    }

    /// <summary>The speed of a car, with a stretch where it brakes.</summary>
    public static SampleRow Speed()
    {
        var row = RowBuilder.TimeSeries("speed.csv");
        return row.Span(row.Object("Braking").With(SampleAnswer.Number("Deceleration", 6.25)), 480, 512).Build();
    }
}

namespace EncordFunctions.Labels.Tests.Support;

/// <summary>A row with something of everything, good and bad, whose members can be written in any order.</summary>
public static class RichRow
{
    /// <summary>Rows of the kinds that this one is none of: a group with spaces, a continuous scene, text, a type nobody knows.</summary>
    public static TheoryData<string> Others =>
    [
        $$$"""
        {"label_hash":"l","spaces":{"v":{"space_type":"video","child_info":{"layout_key":"0","file_name":"v.mp4"},"number_of_frames":4,"width":20,"height":10,
        "labels":{"3":{{{Row.Labels(Row.Object("box", Row.Box))}}},"9":{"objects":[{{{Row.Object("box", Row.Box)}}}],"classifications":[{"classificationHash":"c"}]} } },
        "m":{"space_type":"medical_stack","frames":[{"width":4,"height":3}],"labels":{"0":{{{Row.Labels(Row.Object("box", Row.Box))}}} } },
        "a":{"space_type":"audio","duration_ms":100},"h":{"space_type":"html","labels":{}},"i":{"space_type":"image","labels":{{{Row.Labels(Row.Object("i", Row.Box))}}} } },
        "object_answers":{"voice":{"featureHash":"f","range":[],"spaces":{"a":{"range":[[1,2],[2,900]]},"gone":{"range":[[1,2]]} } },
        "word":{"featureHash":"f","spaces":{"h":{"type":"html","range":[[{"xpath":"/p","offset":1},{"xpath":"/p","offset":2}]]} } } },
        "object_actions":{"voice":{"actions":[{"name":"#transcript","featureHash":"t","answers":"x","range":[[0,5]],"spaceId":"a"}]} },
        "classification_answers":{"c":{"createdBy":"x","classifications":[],"range":[[0,0]],"spaces":{"v":{"range":[[9,9]]},"a":{"range":[]} } } },
        "data_type":"group","export_history":{"0":{"export_hash":"e"} },"client_metadata":{"a":[1]},"workflow_graph_node":{"uuid":"w"},
        "data_units":{"g":{"labels":{},"metadata":{"children":[{"data_hash":"d","layout_key":"0"}]} } } }
        """,
        $$$"""
        {"label_hash":"l","data_units":{"s":{"labels":{"5":{{{Row.Labels(Row.Object("p", Row.Box + ",\"event\":\"upsert\",\"interpolate\":\"hold\""))}}},
        "9":{"objects":[{"objectHash":"p","event":"delete"},{"objectHash":"q","event":"delete"}]},"lidar@7":{{{Row.Labels(Row.Object("p", Row.Box))}}},
        "gs://b/f.png":{{{Row.Labels(Row.Object("r", Row.Box))}}} } } },"scene":{"isContinuous":true},"data_type":"scene",
        "object_actions":{"p":{"actions":[{"featureHash":"t","answers":1,"range":[[0,1000000000000]]}]} } }
        """,
        $$$"""
        {"label_hash":"l","data_type":"plain_text","data_units":{"t":{"data_type":"text/html","labels":{} } },"object_answers":{
        "w":{"featureHash":"f","createdAt":"2024-01-01","range":[],"range_html":[{"start":{"node":"/p","offset":1},"end":{"xpath":"/q","offset":2} }],"classifications":[{"name":"n","answers":[]}]},
        "x":{"featureHash":"f","range":[[0,5]],"novelty":[1]},"y":{"featureHash":"f"} },"classification_answers":{"c":{"createdBy":"x","range":[[0,0]]} } }
        """,
        $$$"""
        {"label_hash":"l","data_type":"novelty","data_units":{"u":{"width":9,"height":9,"labels":{{{Row.Labels(Row.Object("a", Row.Box))}}} },"v":{"labels":{"1":{"objects":[]} } } },
        "object_answers":{"r":{"featureHash":"f","range":[[1,2]]} } }
        """,
    ];

    /// <summary>Writes it; with <paramref name="random"/>, every object's members in another order.</summary>
    public static string Of(Random? random = null)
    {
        string Members(params string[] members)
        {
            random?.Shuffle(members);
            return $"{{{string.Join(",", members)}}}";
        }

        string Object(string hash, params string[] more) => Members([$"\"objectHash\":\"{hash}\"", "\"featureHash\":\"f/+1\"", "\"name\":\"Caf\\u00e9 \\\"x\\\"\"", .. more]);

        string Frame(params string[] objects) => Members(
            $"\"objects\":[{string.Join(",", objects)}]",
            """ "classifications":[{"classificationHash":"c1","featureHash":"cf","name":"Weather"},{"classificationHash":"lost","name":"?"}] """,
            """ "metadata":{"width":50,"height":40} """);

        // Frames stay in their order: it is that of the annotations.
        var frames = "{" + string.Join(",",
            "\"0\":" + Frame(
                Object("box", "\"shape\":\"bounding_box\"", "\"boundingBox\":" + Members("\"x\":0.1", "\"y\":0.2", "\"w\":0.3", "\"h\":0.4"), "\"isDeleted\":true"),
                Object("turned", "\"shape\":\"rotatable_bounding_box\"", "\"rotatableBoundingBox\":" + Members("\"x\":0.1", "\"y\":0.2", "\"w\":0.3", "\"h\":0.4", "\"theta\":12.5")),
                Object("bad", "\"shape\":\"bounding_box\"", """ "boundingBox":{"x":7.5,"y":0,"w":0.1,"h":0.1} """)),
            "\"7\":" + Frame(
                Object("polygon", "\"shape\":\"polygon\"", "\"polygon\":" + Members("\"10\":{\"x\":1,\"y\":1}", "\"9\":{\"x\":0,\"y\":1}", "\"2\":{\"x\":0,\"y\":0}"), "\"unheard\":[1,{\"of\":\"]\"}]"),
                Object("parts", "\"shape\":\"polygon\"", "\"polygons\":[[[0,0,1,0,1,1.25],[0.1,0.1,0.2,0.1,0.2,0.2]],[[0,0,0.5,0,0.5,0.5]]]"),
                Object("skeleton", "\"shape\":\"skeleton\"", "\"skeleton\":{\"0\":" + Members("\"x\":0.5", "\"y\":0.5", "\"name\":\"nose\"", "\"occluded\":true", "\"invisible\":true") + "}"),
                Object("circle", "\"shape\":\"circle\"", "\"circle\":{\"x\":0.5,\"y\":0.5,\"r\":0.1}"),
                Object("box", "\"shape\":\"point\"", "\"point\":{\"0\":{\"x\":0.5,\"y\":0.25}}"),
                Object("box", "\"shape\":\"point\"", "\"point\":{\"0\":{\"x\":0.5,\"y\":0.25}}"))) + "}";

        return Members(
            "\"label_hash\":\"label-1\"",
            "\"data_type\":\"dicom\"",
            "\"created_at\":\"yesterday\"",
            "\"novelty\":{\"deep\":[[]]}",
            "\"data_units\":{\"u/1\":" + Members("\"width\":100", "\"height\":80", "\"data_sequence\":\"0\"", $"\"labels\":{frames}") + "}",
            """ "object_answers":{"box":{"objectHash":"box","classifications":[{"name":"Note","featureHash":"n","answers":"a\\b"}]},"gone":{"classifications":[]}} """,
            """ "object_actions":{"box":{"actions":[{"featureHash":"d","answers":[{"featureHash":"o1"}],"range":[[0,9]]},{"featureHash":"d","answers":[{"featureHash":"o2"}],"range":[[7,7]]}]}} """,
            """ "classification_answers":{"c1":{"classifications":[{"name":"Weather","answers":[{"featureHash":"sun"}]}]},"orphan":{"classifications":[]},"all":{"createdBy":"a@example.com","classifications":[]}} """);
    }
}

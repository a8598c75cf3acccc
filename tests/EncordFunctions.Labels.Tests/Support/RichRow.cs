namespace EncordFunctions.Labels.Tests.Support;

/// <summary>A row with something of everything, good and bad, whose members can be written in any order.</summary>
public static class RichRow
{
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

namespace EncordFunctions.Labels.Tests.Support;

/// <summary>Writes small label rows as JSON text, member by member, so that a test can leave out, add and reorder.</summary>
public static class Row
{
    public const string Box = """ "shape":"bounding_box","boundingBox":{"x":0.1,"y":0.2,"w":0.3,"h":0.4} """;

    /// <summary>An object of one frame with the given further members.</summary>
    public static string Object(string hash, string members) =>
        $$"""{"objectHash":"{{hash}}","featureHash":"feature0","name":"Car","value":"car","color":"#D33115",{{members}}}""";

    public static string Labels(params string[] objects) => $$"""{"objects":[{{string.Join(",", objects)}}],"classifications":[]}""";

    public static string Unit(string hash, string labels, string size = """ "width":200,"height":100 """, int sequence = 0) =>
        $$"""
        "{{hash}}":{"data_hash":"{{hash}}","data_title":"{{hash}}.png","data_type":"image/png","data_sequence":{{sequence}},"labels":{{labels}}{{(size.Length == 0 ? "" : ",")}}{{size}}}
        """;

    public static string Of(string dataType, string units, string more = """ "object_answers":{},"classification_answers":{},"object_actions":{} """) =>
        $$"""
        {"label_hash":"label-1","branch_name":"main","data_hash":"data-1","dataset_hash":"set-1","dataset_title":"Set","data_title":"Data",
        "created_at":"2025-01-07 16:12:23","last_edited_at":"2025-01-07 16:12:24","label_status":"LABELLED","data_type":"{{dataType}}","data_units":{ {{units}} },{{more}} }
        """;

    /// <summary>An image of 200 x 100 pixels with these objects.</summary>
    public static string Image(params string[] objects) => Of("image", Unit("unit-1", Labels(objects)));

    /// <summary>An image of 200 x 100 pixels with one object of these members.</summary>
    public static string With(string members) => Image(Object("object-1", members));
}

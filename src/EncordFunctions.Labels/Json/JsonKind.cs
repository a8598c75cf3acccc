namespace EncordFunctions.Labels.Json;

/// <summary>Kind of a JSON value, told by its first byte.</summary>
internal enum JsonKind
{
    End,
    Object,
    List,
    Text,
    Number,
    True,
    False,
    Null,
}

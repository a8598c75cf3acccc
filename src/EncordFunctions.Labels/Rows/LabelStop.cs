namespace EncordFunctions.Labels.Rows;

/// <summary>What a <see cref="LabelWalk"/> stands at.</summary>
internal enum LabelStop
{
    /// <summary>An element of <c>objects</c>.</summary>
    Object,

    /// <summary>An element of <c>classifications</c>.</summary>
    Classification,

    /// <summary>An entry of <c>object_answers</c> in a row where it may be an object itself.</summary>
    Answer,

    /// <summary>An element of <c>objects</c> that is too long to be read.</summary>
    LostObject,

    /// <summary>An element of <c>classifications</c> that is too long to be read.</summary>
    LostClassification,

    /// <summary>The end of a frame.</summary>
    FrameEnd,

    /// <summary>Something else where a list of labels should be.</summary>
    Trouble,
}

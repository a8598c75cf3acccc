namespace EncordFunctions.Labels.Answers;

/// <summary>The three maps of answers of a row.</summary>
internal enum AnswerKind
{
    /// <summary><c>object_answers</c>: static attributes.</summary>
    Objects,

    /// <summary><c>object_actions</c>: dynamic attributes.</summary>
    Actions,

    /// <summary><c>classification_answers</c>.</summary>
    Classifications,
}

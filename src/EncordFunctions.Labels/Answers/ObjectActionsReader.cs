using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Answers;

/// <summary>Reads an entry of <c>object_actions</c>: the dynamic attributes of one object.</summary>
internal static class ObjectActionsReader
{
    /// <summary>The attributes; null where none holds anywhere.</summary>
    public static DynamicAnswers? Read(ref JsonCursor json, AnswerEntry entry)
    {
        var actions = new List<DynamicAction>();
        json.Enter();
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("objectHash"u8)) entry.CheckHash(ref json, "/objectHash");
            else if (!name.SequenceEqual("actions"u8)) entry.Skip(ref json, name, false, "object actions");
            else if (!entry.EnterList(ref json, "actions")) json.Skip();
            else ReadList(ref json, entry, actions);
        }
        return actions.Count == 0 ? null : new DynamicAnswers([.. actions]) { Offset = entry.Offset };
    }

    private static void ReadList(ref JsonCursor json, AnswerEntry entry, List<DynamicAction> actions)
    {
        for (var index = 0; json.NextElement(); index++)
        {
            entry.Findings.Within("actions", index);
            if (entry.Attributes.ReadAction(ref json, entry.Place) is { } action) actions.Add(action);
        }
        entry.Findings.Leave();
    }
}

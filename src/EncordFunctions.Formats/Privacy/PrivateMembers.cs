using EncordFunctions.Labels.Privacy;

namespace EncordFunctions.Formats.Privacy;

/// <summary>Tells what in JSON of any form is private: by the name of the member it stands under, or by what it looks like.</summary>
internal static class PrivateMembers
{
    private static readonly Dictionary<string, PrivateKind> ByName = new(StringComparer.Ordinal)
    {
        ["data_link"] = PrivateKind.Url,
        ["data_links"] = PrivateKind.Url,
        ["video_link"] = PrivateKind.Url,
        ["image_sequence_link"] = PrivateKind.Url,
        ["file_uri"] = PrivateKind.Url,
        ["createdBy"] = PrivateKind.Email,
        ["created_by"] = PrivateKind.Email,
        ["lastEditedBy"] = PrivateKind.Email,
        ["last_edited_by"] = PrivateKind.Email,
        ["patient_id"] = PrivateKind.PatientId,
        ["patientId"] = PrivateKind.PatientId,
        ["PatientID"] = PrivateKind.PatientId,
    };

    /// <summary>What stands under a name, in whatever form; null where the name says nothing.</summary>
    public static PrivateKind? Named(string name) => ByName.TryGetValue(name, out var kind) ? kind
        : name.EndsWith("email", StringComparison.OrdinalIgnoreCase) ? PrivateKind.Email
        : null;

    /// <summary>What a text is; null where it is like any other.</summary>
    public static PrivateKind? Recognised(string text) =>
        Link.IsSecret(text) ? PrivateKind.Url : EmailAddress.Is(text) ? PrivateKind.Email : null;
}

namespace EncordFunctions.Formats.Privacy;

/// <summary>The kinds of private values. Their names keep the hashes of one kind apart from those of another.</summary>
internal enum PrivateKind
{
    Url,
    Email,
    PatientId,
}

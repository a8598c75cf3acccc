namespace EncordFunctions.Pipeline.Telemetry;

/// <summary>What spans are tagged with. docs/telemetry.md says what each means.</summary>
internal static class Tags
{
    public const string Export = "encord.export";
    public const string Row = "encord.row";
    public const string Entry = "encord.entry";
    public const string State = "encord.state";
    public const string Outcome = "encord.outcome";
    public const string Verdict = "encord.verdict";
    public const string Repeated = "encord.repeated";
    public const string Status = "encord.status";
    public const string Rows = "encord.rows";
    public const string Entries = "encord.entries";
    public const string Bytes = "encord.bytes";
    public const string Failed = "encord.failed";
    public const string Annotations = "encord.annotations";
    public const string Classifications = "encord.classifications";
    public const string Masks = "encord.masks";
    public const string Errors = "encord.errors";
    public const string Warnings = "encord.warnings";
    public const string ErrorType = "error.type";
}

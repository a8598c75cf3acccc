namespace EncordFunctions.Http;

/// <summary>Where the endpoints are, behind the prefix that a Functions host puts before every route.</summary>
public static class Routes
{
    /// <summary>The prefix.</summary>
    public const string Prefix = "api";

    /// <summary>All exports.</summary>
    public const string Exports = "exports";

    /// <summary>One export.</summary>
    public const string Export = "exports/{id}";

    /// <summary>Its issues.</summary>
    public const string Issues = "exports/{id}/issues";

    /// <summary>A try more for what failed of it.</summary>
    public const string Retry = "exports/{id}/retry";

    /// <summary>Its report.</summary>
    public const string Report = "exports/{id}/report";
}

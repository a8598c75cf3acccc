namespace EncordFunctions.Pipeline.Tests.Running.Memory.Blobs;

/// <summary>The conditions of requests to blobs.</summary>
internal static class Conditions
{
    /// <summary>Conditions that nothing here asks for.</summary>
    private static readonly string[] Unknown = ["If-Modified-Since", "If-Unmodified-Since", "x-ms-if-tags", "x-ms-lease-id"];

    public static void CheckWrite(ServiceRequest request, StoredBlob? stands)
    {
        if (stands is not null && request.Header("If-None-Match") == "*") throw new ServiceException(409, "BlobAlreadyExists", "The specified blob already exists.");
        Check(request, stands);
    }

    /// <summary>What is asked for, where it is there and as it is wanted.</summary>
    public static StoredBlob CheckStanding(ServiceRequest request, StoredBlob? stands)
    {
        if (request.Method != "DELETE" && request.Header("If-None-Match") is { } not && Is(not, stands)) throw new ServiceException(304, "ConditionNotMet", "");
        Check(request, stands);
        return stands ?? throw new ServiceException(404, "BlobNotFound", "The specified blob does not exist.");
    }

    private static void Check(ServiceRequest request, StoredBlob? stands)
    {
        if (Array.Exists(Unknown, name => request.Header(name) is not null)) throw request.NotServed();
        if (request.Header("If-Match") is { } wanted && !Is(wanted, stands) || request.Header("If-None-Match") is { } not && Is(not, stands))
            throw new ServiceException(412, "ConditionNotMet", "The condition specified using HTTP conditional header(s) is not met.");
    }

    private static bool Is(string wanted, StoredBlob? stands) => stands is not null && (wanted == "*" || wanted.Trim('"') == stands.ETag);
}

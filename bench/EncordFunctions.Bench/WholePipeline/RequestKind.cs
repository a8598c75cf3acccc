using System.Web;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>What a request does, without to which: <c>PUT derivatives</c>, <c>PUT staging block</c>.</summary>
internal static class RequestKind
{
    public static string Of(string method, Uri uri) => string.Join(' ', [method, PlaceOf(uri), .. Component(uri)]);

    /// <summary>The container, queue or table that it is about.</summary>
    public static string PlaceOf(Uri uri) =>
        // Behind the emulator's account; a table has its keys in brackets behind it.
        uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var place, ..] ? place.Split('(', '%')[0] : "account";

    private static string[] Component(Uri uri) => HttpUtility.ParseQueryString(uri.Query)["comp"] is { } component ? [component] : [];
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EncordFunctions.Bench.WholePipeline;

/// <summary>Signs requests to tables with the account's key, in the service's short form.</summary>
internal sealed class TableSigning(string account, string key) : HttpPipelineSynchronousPolicy
{
    private readonly byte[] _key = Convert.FromBase64String(key);

    public override void OnSendingRequest(HttpMessage message)
    {
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        var signed = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{date}\n/{account}{message.Request.Uri.ToUri().AbsolutePath}"));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {account}:{Convert.ToBase64String(signed)}");
    }
}

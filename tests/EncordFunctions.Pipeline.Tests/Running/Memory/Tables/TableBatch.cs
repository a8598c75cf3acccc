using System.Text;

namespace EncordFunctions.Pipeline.Tests.Running.Memory.Tables;

/// <summary>Several operations in one request, as parts of a body.</summary>
internal static class TableBatch
{
    private const int Most = 100;
    private const string Line = "\r\n";

    public static ServiceAnswer Serve(ServiceRequest request, Func<IEnumerable<ServiceRequest>, List<ServiceAnswer>> attempt)
    {
        var operations = Operations(request);
        if (operations.Count > Most) throw new ServiceException(400, "InvalidInput", "One of the request inputs is not valid.");
        var answer = new StringBuilder("--batchresponse").Append(Line).Append("Content-Type: multipart/mixed; boundary=changesetresponse").Append(Line).Append(Line);
        foreach (var part in attempt(operations))
        {
            answer.Append("--changesetresponse").Append(Line).Append("Content-Type: application/http").Append(Line)
                .Append("Content-Transfer-Encoding: binary").Append(Line).Append(Line)
                .Append("HTTP/1.1 ").Append(part.Status).Append(' ').Append(part.ReasonPhrase).Append(Line);
            foreach (var header in part.Headers) answer.Append(header.Name).Append(": ").Append(header.Value).Append(Line);
            answer.Append(Line).Append(part.Content).Append(Line);
        }
        answer.Append("--changesetresponse--").Append(Line).Append("--batchresponse--").Append(Line);
        return new ServiceAnswer(202, Encoding.UTF8.GetBytes(answer.ToString())).With("Content-Type", "multipart/mixed; boundary=batchresponse");
    }

    private static List<ServiceRequest> Operations(ServiceRequest request)
    {
        var text = Encoding.UTF8.GetString(request.Body);
        var mark = text.IndexOf("--changeset_", StringComparison.Ordinal);
        var boundary = text[mark..text.IndexOf(Line, mark, StringComparison.Ordinal)];
        return text[mark..].Split(boundary)[1..^1].Select(Operation).ToList();
    }

    // The part's own headers, an empty line, the request with its headers, an empty line, the entity.
    private static ServiceRequest Operation(string part)
    {
        var pieces = part.Split(Line + Line, 3);
        var lines = pieces[1].Split(Line);
        var first = lines[0].Split(' ');
        var headers = lines[1..].Select(static line => line.Split(": ", 2)).ToDictionary(
            static pair => pair[0], static pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new ServiceRequest(first[0], new Uri(first[1]), headers, Encoding.UTF8.GetBytes(pieces[2].Trim()));
    }
}

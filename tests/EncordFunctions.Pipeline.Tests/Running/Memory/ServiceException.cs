using System.Security;

namespace EncordFunctions.Pipeline.Tests.Running.Memory;

/// <summary>A request that a service refuses.</summary>
internal sealed class ServiceException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    /// <summary>The refusal as blobs and queues tell it. To HEAD there is no body.</summary>
    public ServiceAnswer ToXml(string method)
    {
        var xml = $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code><Message>{SecurityElement.Escape(Message)}</Message></Error>""";
        return (method == "HEAD" ? new ServiceAnswer(status) : ServiceAnswer.Xml(status, xml)).With("x-ms-error-code", code);
    }
}

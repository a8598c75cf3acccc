namespace Microsoft.Azure.Functions.Worker;

/// <summary>Stands in for the HTTP extension's choice of keys.</summary>
public enum AuthorizationLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}

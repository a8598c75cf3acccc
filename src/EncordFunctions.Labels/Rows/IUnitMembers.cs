using EncordFunctions.Labels.Json;

namespace EncordFunctions.Labels.Rows;

/// <summary>Reads the plain members of one data unit or space, one at a time.</summary>
internal interface IUnitMembers
{
    /// <summary>Whether the member is known and neither read nor kept.</summary>
    bool IsIgnored(ReadOnlySpan<byte> name);

    /// <summary>Reads the member's value if it is one of these.</summary>
    bool TryRead(ReadOnlySpan<byte> name, ref JsonCursor json);

    /// <summary>The unit, once its members have come by.</summary>
    /// <param name="hash">Its key.</param>
    /// <param name="place">Its place in the file, for units that do not state one.</param>
    DataUnit Make(string hash, long place);
}

using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Labels.Geometry.Validity;

/// <summary>What makes a ring invalid.</summary>
/// <param name="Part">Index of its polygon.</param>
/// <param name="Ring">Its index in it; 0 is the outer one.</param>
/// <param name="Code">Which rule it breaks.</param>
/// <param name="Message">Where, in one line.</param>
internal readonly record struct PolygonFault(int Part, int Ring, IssueCode Code, string Message);

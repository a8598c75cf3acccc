using EncordFunctions.Labels.Tests.Support;

namespace EncordFunctions.Labels.Tests.Geometry;

/// <summary>What the one issue of an object says, word for word.</summary>
public sealed class FaultMessages
{
    private const string Front = "\"front\":[0,0,0.1,0,0.1,0.1,0,0.1]";

    [Theory]
    [InlineData(""" "boundingBox":{"x":1.2,"y":0,"w":0.3,"h":1} """, "1.2 is outside the frame, 0 to 1.")]
    [InlineData(""" "boundingBox":{"x":-0.5,"y":0,"w":1.3,"h":1} """, "-0.5 is outside the frame, 0 to 1. 1 more coordinates of the object are outside too.")]
    [InlineData(""" "polygons":[[[-1,0,1,0,1,1.5,0,1.25]]] """, "-1 is outside the frame, 0 to 1. 2 more coordinates of the object are outside too.")]
    [InlineData(""" "boundingBox":{"x":0,"y":0,"w":1,"h":0} """, "h is 0.")]
    [InlineData(""" "cuboid":{"position":[0,0,0],"orientation":[0,0,0],"size":[1,-2.5,1]} """, "The length is -2.5.")]
    [InlineData("\"cuboid_2d\":{" + Front + ",\"vanishingPoint\":{\"x\":0,\"y\":0}}", "scaleRatio is missing beside vanishingPoint.")]
    [InlineData("\"cuboid_2d\":{" + Front + ",\"scaleRatio\":0.5}", "vanishingPoint is missing beside scaleRatio.")]
    [InlineData("\"cuboid_2d\":{" + Front + "}", "There is neither a vanishingPoint with a scaleRatio nor an offset, so the back has no place.")]
    public void It_says_which_value_is_wrong_and_what_is_missing(string members, string message) =>
        Assert.Equal(message, Assert.Single(Reading.Of(Row.With(members)).AllIssues).Message);
}

namespace EncordFunctions.Local.Sample;

/// <content>What sensors saw.</content>
internal static partial class SampleRows
{
    /// <summary>A junction as lidar and cameras saw it, event by event.</summary>
    public static SampleRow LidarJunction()
    {
        var row = RowBuilder.Scene("lidar-junction");
        var car = row.Object("Car");
        var cyclist = row.Object("Cyclist");
        return row
            .Frame(0).Cuboid(car, [12.5, -3.25, 0.75], [0, 0, 1.5], [4.5, 1.75, 1.5])
            .Frame(1).Cuboid(car, [13.25, -3.25, 0.75], [0, 0, 1.5], [4.5, 1.75, 1.5])
            .Polyline3D(row.Object("Kerb"), (0, 0, 0), (5, 0.5, 0), (10, 0.5, 0.125))
            .Point3D(row.Object("Cone"), 1.5, -2, 0.25)
            .Instant("camera-left", 1_000_000_000).Box(row.Object("Sign"), 0.25, 0.5, 0.125, 0.25)
            .PointCloud("sample/lidar/0.pcd", "lidar", 0).Segmentation(cyclist, (3, 9), (40, 41))
            .PointCloud("sample/lidar/1.pcd", "lidar", 1).Segmentation(cyclist, (0, 5))
            .SceneImage("sample/camera/0.jpg", "camera", 0).Box(row.Object("Van"), 0.5, 0.5, 0.25, 0.25)
            .Build();
    }

    /// <summary>A drive told as events, at nanoseconds that no 32 bits can hold.</summary>
    public static SampleRow Drive()
    {
        const long Start = 1_700_000_000_000_000_000;
        var row = RowBuilder.ContinuousScene("drive.mcap");
        var ahead = row.Object("Car");
        return row
            .Frame(Start).Cuboid(ahead, [20, 0, 0.5], [0, 0, 0], [4, 2, 1.5])
            .Frame(Start + 500_000_000).Cuboid(ahead, [18, 0.25, 0.5], [0, 0, 0.125], [4, 2, 1.5])
            .Frame(Start + 2_000_000_000).Delete(ahead)
            .Build();
    }
}

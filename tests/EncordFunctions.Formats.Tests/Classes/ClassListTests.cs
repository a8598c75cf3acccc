using System.Text;
using EncordFunctions.Formats.Classes;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Formats.Tests.Classes;

public sealed class ClassListTests
{
    private static readonly Ontology Traffic = new(
        [new OntologyObject("f2") { Name = "Van" }, new OntologyObject("f1") { Name = "Car" }],
        [],
        [new SkeletonTemplate("Car")]);

    [Fact]
    public void The_ontology_comes_first_in_its_own_order_whether_its_classes_occur_or_not()
    {
        var classes = new ClassList(Traffic, [new ManifestClass("Car", "f1", 3), new ManifestClass("Ant", "f9", 1)]);

        Assert.Equal([("f2", "Van"), ("f1", "Car"), ("f9", "Ant")], classes.All.Select(static one => (one.FeatureHash, one.Name)));
        Assert.Equal([0, 1, 2], classes.All.Select(static one => one.Index));
        Assert.NotNull(classes.All[1].Skeleton);
        Assert.Null(classes.All[0].Skeleton);
    }

    [Fact]
    public void Without_an_ontology_names_decide_whatever_order_they_were_counted_in()
    {
        ManifestClass[] counted = [new("Van", "f2", 9), new(null, "f0", 1), new("Car", "f3", 1), new("Car", "f1", 5), new(ManifestClass.Others, null, 7)];

        var classes = new ClassList(null, counted).All;

        Assert.Equal(["f0", "f1", "f3", "f2"], classes.Select(static one => one.FeatureHash));
        Assert.Equal(classes, new ClassList(null, counted.Reverse()).All);
    }

    [Fact]
    public void A_class_is_found_by_its_hash_and_by_its_name_only_where_it_has_none()
    {
        var classes = new ClassList(null, [new ManifestClass("Car", "f1", 1), new ManifestClass("Car", null, 1), new ManifestClass("f1", null, 1)]);

        Assert.Equal("f1", classes.Find("f1", "renamed").FeatureHash);
        Assert.Null(classes.Find(null, "Car").FeatureHash);
        Assert.Equal("f1", classes.Find(null, "f1").Name);
        Assert.Equal(3, classes.All.Count);
        foreach (var one in classes.All) Assert.Same(one, classes.Find(Encoding.UTF8.GetBytes(one.FeatureHash ?? ""), Encoding.UTF8.GetBytes(one.Name ?? "")));
    }

    [Fact]
    public void One_that_was_not_counted_becomes_the_last_however_long_its_hash_is()
    {
        var classes = new ClassList(Traffic, []);
        var hash = new string('h', 1_000);

        var added = classes.Find(Encoding.UTF8.GetBytes(hash), "New"u8);

        Assert.Equal((2, hash, "New"), (added.Index, added.FeatureHash, added.Name));
        Assert.Same(added, classes.Find(hash, null));
        Assert.Equal("unnamed", classes.Find((string?)null, null).Label);
    }
}

using EncordFunctions.Formats.Changes;
using EncordFunctions.Formats.Ledger;
using EncordFunctions.Formats.Manifests;
using EncordFunctions.Formats.Tests.Support;
using EncordFunctions.Labels.Issues;

namespace EncordFunctions.Formats.Tests.Manifests;

public sealed class WritingManifests
{
    private static readonly Manifest Sample = new()
    {
        Export = "one-0123456789abcdef",
        Blob = "one.zip",
        ETag = "\"0x8D\"",
        Metadata = new Dictionary<string, string> { ["run"] = "7", ["project"] = "Rues de São Paulo" },
        Ontology = "x/ontology.json",
        Entries = [new("b.json", 3, false, null), new("a.txt", 0, true, null), new("c.json", 0, false, "CRC differs")],
        Rows = new Dictionary<string, long> { ["Rejected"] = 1, ["Done"] = 2 },
        Shapes = new Dictionary<string, long> { ["polygon"] = 4, ["bitmask"] = 1 },
        Classes = [new("Cat", "f2", 1), new(null, "f0", 1), new("Cat", "f1", 3)],
        Formats = "coco",
        Ledger =
        [
            new("masks", LedgerUnit.Bitmasks, 1, 1, []),
            new("annotations.jsonl", LedgerUnit.StoredAnnotations, 6, 5, [new("EL101", 1, "row 3, /0")]) { Losses = [new("clipped", 2, null)] },
        ],
        Issues = [new("EL301", Severity.Info, 2), new("EL001", Severity.Error, 1)],
        Changes = new ChangeCounts
        {
            New = 1, Older = 2, NotCompared = 3, Compared = 9, Unchanged = 4,
            Objects = 5, Added = 6, Removed = 7, Moved = 8, Relabelled = 10, Reattributed = 11,
        },
    };

    [Fact]
    public async Task It_says_what_came_in_what_became_of_it_and_where_it_is()
    {
        var files = new MemoryFiles();

        await ManifestWriter.WriteAsync(
            files,
            Sample,
            Groups(1),
            Files(("issues.jsonl", 10), ("rows/00000000/annotations.jsonl", 5_000_000_000)),
            () => new ManifestOutcome("Rejected", "cut short"),
            TestContext.Current.CancellationToken);

        Assert.Equal("application/json", files.ContentTypes["manifest.json"]);
        Assert.Equal(
            """
            {
              "format": 2,
              "export": "one-0123456789abcdef",
              "blob": "one.zip",
              "etag": "\"0x8D\"",
              "metadata": {
                "project": "Rues de São Paulo",
                "run": "7"
              },
              "ontology": "x/ontology.json",
              "formats": "coco",
              "entries": [
                {
                  "name": "b.json",
                  "rows": 3,
                  "skipped": false,
                  "fault": null
                },
                {
                  "name": "a.txt",
                  "rows": 0,
                  "skipped": true,
                  "fault": null
                },
                {
                  "name": "c.json",
                  "rows": 0,
                  "skipped": false,
                  "fault": "CRC differs"
                }
              ],
              "rows": {
                "Done": 2,
                "Rejected": 1
              },
              "shapes": {
                "bitmask": 1,
                "polygon": 4
              },
              "classes": [
                {
                  "name": null,
                  "feature_hash": "f0",
                  "annotations": 1
                },
                {
                  "name": "Cat",
                  "feature_hash": "f1",
                  "annotations": 3
                },
                {
                  "name": "Cat",
                  "feature_hash": "f2",
                  "annotations": 1
                }
              ],
              "ledger": [
                {
                  "derivative": "annotations.jsonl",
                  "of": "stored_annotations",
                  "in": 6,
                  "written": 5,
                  "skipped": [
                    {
                      "reason": "EL101",
                      "count": 1,
                      "example": "row 3, /0"
                    }
                  ],
                  "losses": [
                    {
                      "reason": "clipped",
                      "count": 2,
                      "example": null
                    }
                  ]
                },
                {
                  "derivative": "masks",
                  "of": "bitmasks",
                  "in": 1,
                  "written": 1,
                  "skipped": [],
                  "losses": []
                }
              ],
              "issues": [
                {
                  "code": "EL001",
                  "severity": "error",
                  "count": 1
                },
                {
                  "code": "EL301",
                  "severity": "info",
                  "count": 2
                }
              ],
              "changes": {
                "new": 1,
                "older": 2,
                "not_compared": 3,
                "compared": 9,
                "unchanged": 4,
                "objects": 5,
                "added": 6,
                "removed": 7,
                "moved": 8,
                "relabelled": 10,
                "reattributed": 11
              },
              "groups": [
                {
                  "label_hash": "g0",
                  "ordinal": 0,
                  "children": [
                    {
                      "data_hash": "d",
                      "label_hash": "l",
                      "name": "a.jpg",
                      "layout_key": "0",
                      "ordinal": 7
                    },
                    {
                      "data_hash": null,
                      "label_hash": null,
                      "name": null,
                      "layout_key": null,
                      "ordinal": null
                    }
                  ]
                }
              ],
              "derivatives": [
                {
                  "path": "issues.jsonl",
                  "size": 10,
                  "sha256": "aa"
                },
                {
                  "path": "rows/00000000/annotations.jsonl",
                  "size": 5000000000,
                  "sha256": "aa"
                }
              ],
              "status": "Rejected",
              "reason": "cut short"
            }
            """.ReplaceLineEndings("\n"),
            files.Text("manifest.json"));
    }

    [Fact]
    public async Task Groups_and_files_are_handed_on_as_they_come()
    {
        var files = new MemoryFiles();

        await ManifestWriter.WriteAsync(
            files, Sample, Groups(20), Files([.. Enumerable.Range(0, 50).Select(n => ($"{n:D8}", n))]), Done, TestContext.Current.CancellationToken);

        Assert.Equal(70, files.Flushes);
    }

    [Fact]
    public async Task A_listing_that_fails_leaves_no_manifest()
    {
        var files = new MemoryFiles();

        await Assert.ThrowsAsync<IOException>(() => ManifestWriter.WriteAsync(files, Sample, Groups(0), Broken(), Done, TestContext.Current.CancellationToken));

        Assert.Empty(files.Files);
    }

    private static ManifestOutcome Done() => new("Done", null);

    private static async IAsyncEnumerable<ManifestGroup> Groups(int count)
    {
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            await Task.Yield();
            yield return new ManifestGroup($"g{ordinal}", ordinal, [new("d", "l", "a.jpg", "0", 7), new(null, null, null, null, null)]);
        }
    }

    private static async IAsyncEnumerable<ManifestFile> Files(params (string Path, long Size)[] all)
    {
        foreach (var (path, size) in all)
        {
            await Task.Yield();
            yield return new ManifestFile(path, size, "aa");
        }
    }

    private static async IAsyncEnumerable<ManifestFile> Broken()
    {
        await Task.Yield();
        yield return new ManifestFile("a", 1, "aa");
        throw new IOException("gone");
    }
}

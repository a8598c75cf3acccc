namespace EncordFunctions.Labels.Issues;

/// <summary>
/// Every kind of finding there is. EL0xx: JSON and the row; EL1xx: geometry and masks; EL2xx: answers and classifications;
/// EL3xx: single values; EL4xx: the ontology; EL9xx: archive and export.
/// </summary>
public static class IssueCatalogue
{
    /// <summary>The bytes are not JSON from the offset on; the whole row is rejected.</summary>
    public static readonly IssueCode MalformedJson = Error("EL001", "Malformed JSON");

    /// <summary>Valid JSON, but something else than a label row: a number, a COCO file.</summary>
    public static readonly IssueCode NotALabelRow = Error("EL002", "Not a label row");

    /// <summary>A row with neither <c>data_units</c> nor <c>spaces</c>.</summary>
    public static readonly IssueCode NoDataUnits = Error("EL003", "No data units");

    /// <summary>A data type that is none of the vendor's; the row is read by what its labels look like.</summary>
    public static readonly IssueCode UnknownDataType = Warning("EL004", "Unknown data type");

    /// <summary>A row without <c>data_type</c>; it is read by what its labels look like.</summary>
    public static readonly IssueCode NoDataType = Warning("EL005", "No data type");

    /// <summary>A row without <c>label_hash</c>, as some old rows are; it is identified by its data hash and branch.</summary>
    public static readonly IssueCode NoLabelHash = Warning("EL006", "No label hash");

    /// <summary>A member that the format is not known to have; counted, and kept beside what it belongs to where that is a row, a unit or an object.</summary>
    public static readonly IssueCode UnknownMember = Info("EL007", "Unknown member");

    /// <summary>A member of another JSON kind than its meaning asks for; read as absent.</summary>
    public static readonly IssueCode WrongKind = Warning("EL008", "Member of the wrong kind");

    /// <summary>A single value longer than 64 MiB; skipped.</summary>
    public static readonly IssueCode ValueTooLong = Error("EL009", "Value too long");

    /// <summary>A frame key that is not a frame number; its annotations are skipped.</summary>
    public static readonly IssueCode FrameKeyNotANumber = Error("EL010", "Frame key is not a number");

    /// <summary>A frame that stood in the row before; the annotations of the second one are skipped.</summary>
    public static readonly IssueCode FrameRepeated = Error("EL011", "Frame repeated");

    /// <summary>A data unit, a frame, or a list of labels that is something else; nothing in it is read.</summary>
    public static readonly IssueCode UnusableContainer = Error("EL012", "Unusable container");

    /// <summary>A member name that stood in the same object before. The last one is used, as JSON readers do.</summary>
    public static readonly IssueCode KeyRepeated = Warning("EL013", "Key repeated");

    /// <summary>A row whose data was deleted; what is left of its labels is read.</summary>
    public static readonly IssueCode DataDeleted = Warning("EL014", "Data deleted");

    /// <summary>A frame, slice or page past the last one the file has; kept.</summary>
    public static readonly IssueCode FrameBeyondFile = Warning("EL015", "Frame beyond the file");

    /// <summary>A hash inside an entry that is not the key the entry stands under; the key counts.</summary>
    public static readonly IssueCode HashesDiffer = Warning("EL016", "Hash differs from its key");

    /// <summary>Metadata of the customer's too long to be kept; left out.</summary>
    public static readonly IssueCode MetadataTooLong = Warning("EL017", "Metadata too long");

    /// <summary>Labels on pages or scenes, whose size no export states; their coordinates are fractions.</summary>
    public static readonly IssueCode SizesNotGiven = Info("EL018", "Sizes are never given");

    /// <summary>A shape that is not known, on an object without any geometry that is.</summary>
    public static readonly IssueCode ShapeNotRead = Error("EL101", "Unknown shape");

    /// <summary>An object without the geometry that its shape asks for.</summary>
    public static readonly IssueCode NoGeometry = Error("EL102", "No geometry");

    /// <summary>A part of a geometry of the wrong JSON kind.</summary>
    public static readonly IssueCode GeometryMalformed = Error("EL103", "Malformed geometry");

    /// <summary>A number that the geometry can't do without is missing.</summary>
    public static readonly IssueCode CoordinateMissing = Error("EL104", "Coordinate missing");

    /// <summary>A coordinate outside 0..1, so outside the frame; kept as it stands.</summary>
    public static readonly IssueCode OutsideFrame = Warning("EL105", "Outside the frame");

    /// <summary>A coordinate so far outside 0..1 that it can't be a fraction of the frame.</summary>
    public static readonly IssueCode CoordinateImpossible = Error("EL106", "Impossible coordinate");

    /// <summary>A box, circle, ellipse or cuboid with a side or radius that is not positive.</summary>
    public static readonly IssueCode BoxWithoutExtent = Error("EL107", "Shape without extent");

    /// <summary>Fractions of a frame whose size the row does not state, as in rows of 2021; kept as fractions, width and height unknown.</summary>
    public static readonly IssueCode FrameSizeUnknown = Warning("EL108", "Frame size unknown");

    /// <summary>An object without <c>objectHash</c>.</summary>
    public static readonly IssueCode NoObjectHash = Error("EL109", "No object hash");

    /// <summary>An object hash that stood on the frame before; the second object is skipped.</summary>
    public static readonly IssueCode ObjectRepeated = Error("EL110", "Object repeated on a frame");

    /// <summary>An element of <c>objects</c> that is not an object.</summary>
    public static readonly IssueCode ObjectMalformed = Error("EL111", "Malformed object");

    /// <summary>A ring with fewer than three vertices; kept as it stands.</summary>
    public static readonly IssueCode RingTooShort = Warning("EL112", "Ring with fewer than three vertices");

    /// <summary>A rotation outside 0..360 degrees; kept as it stands.</summary>
    public static readonly IssueCode RotationOutsideTurn = Warning("EL113", "Rotation outside 0..360");

    /// <summary>An object that the row marks as deleted. The vendor still sends it and it is kept.</summary>
    public static readonly IssueCode MarkedDeleted = Info("EL114", "Marked as deleted");

    /// <summary>
    /// A rotated box, circle or ellipse on a frame whose size the row does not state: kept as fractions, but without the frame's aspect its
    /// corners, bounds and area can't be found.
    /// </summary>
    public static readonly IssueCode RotationWithoutSize = Warning("EL115", "Rotation without a frame size");

    /// <summary>A geometry beside the one that the object's shape names; not used.</summary>
    public static readonly IssueCode SecondGeometry = Info("EL116", "Second geometry");

    /// <summary>A line with a z on some of its points only: neither a line of a picture nor one of a scene.</summary>
    public static readonly IssueCode DimensionsMixed = Error("EL117", "Points with and without z");

    /// <summary>A segmentation that selects no point; skipped, as the vendor's SDK does.</summary>
    public static readonly IssueCode NoPointsSelected = Info("EL118", "Segmentation of no points");

    /// <summary>A circle with a stretch other than 1, whose meaning the vendor does not state; kept, bounds and area unknown.</summary>
    public static readonly IssueCode CircleStretched = Info("EL119", "Stretched circle");

    /// <summary>A mask of another size than its frame.</summary>
    public static readonly IssueCode MaskSizeDiffers = Error("EL120", "Mask size differs from the frame's");

    /// <summary>A mask that does not start at the frame's top left corner.</summary>
    public static readonly IssueCode MaskIsPlaced = Error("EL121", "Mask placed inside the frame");

    /// <summary>A character that mask text can't hold.</summary>
    public static readonly IssueCode MaskIllegalCharacter = Error("EL122", "Illegal character in mask");

    /// <summary>Mask text that ends inside a number.</summary>
    public static readonly IssueCode MaskCutShort = Error("EL123", "Mask cut short");

    /// <summary>A number in mask text longer than any run.</summary>
    public static readonly IssueCode MaskNumberTooLong = Error("EL124", "Number too long in mask");

    /// <summary>A run below zero.</summary>
    public static readonly IssueCode MaskNegativeRun = Error("EL125", "Negative run in mask");

    /// <summary>Runs that cover fewer pixels than the mask has.</summary>
    public static readonly IssueCode MaskTooSmall = Error("EL126", "Mask covers too few pixels");

    /// <summary>Runs that cover more pixels than the mask has.</summary>
    public static readonly IssueCode MaskTooLarge = Error("EL127", "Mask covers too many pixels");

    /// <summary>A mask whose width and height no mask can have.</summary>
    public static readonly IssueCode MaskImpossibleSize = Error("EL128", "Impossible mask size");

    /// <summary>A mask of millions of runs, which no drawn mask has.</summary>
    public static readonly IssueCode MaskTooFragmented = Error("EL129", "Mask too fragmented");

    /// <summary>A ring whose edges cross; kept as it stands, its area is that of the shoelace formula.</summary>
    public static readonly IssueCode RingCrossesItself = Warning("EL130", "Ring crosses itself");

    /// <summary>A hole that is not inside its polygon's first ring; kept as it stands.</summary>
    public static readonly IssueCode HoleOutside = Warning("EL131", "Hole outside its polygon");

    /// <summary>A hole inside another hole of the polygon; kept as it stands.</summary>
    public static readonly IssueCode HoleInHole = Warning("EL132", "Hole inside a hole");

    /// <summary>A ring that goes out along a line and comes back along the same one; kept as it stands.</summary>
    public static readonly IssueCode RingHasSpike = Warning("EL133", "Ring with a spike");

    /// <summary>A ring that states the same point twice in a row, or its first point again at its end; kept as it stands.</summary>
    public static readonly IssueCode RingRepeatsPoint = Warning("EL134", "Ring repeats a point");

    /// <summary>A ring whose points are all on one line; kept as it stands.</summary>
    public static readonly IssueCode RingWithoutArea = Warning("EL135", "Ring without area");

    /// <summary>A ring that comes back to one of its points without crossing itself; kept as it stands.</summary>
    public static readonly IssueCode RingTouchesItself = Warning("EL136", "Ring touches itself");

    /// <summary>Holes that cut a polygon into pieces; kept as it stands.</summary>
    public static readonly IssueCode PolygonCutApart = Warning("EL137", "Polygon cut apart by its holes");

    /// <summary>Polygons of one object that overlap; kept as they stand, the overlap counts twice in the area.</summary>
    public static readonly IssueCode PolygonsOverlap = Warning("EL138", "Polygons overlap");

    /// <summary>Two rings of one polygon that cross, or the same ring twice; kept as they stand.</summary>
    public static readonly IssueCode RingsCross = Warning("EL139", "Rings cross");

    /// <summary>Keys of points that do not count from 0 on; the points are taken in the order of the keys.</summary>
    public static readonly IssueCode PointKeysGapped = Warning("EL140", "Point keys with gaps");

    /// <summary>A point under a number that stood before; the last one is used, as JSON readers do.</summary>
    public static readonly IssueCode PointKeyRepeated = Warning("EL141", "Point key repeated");

    /// <summary>A skeleton point without a name; kept.</summary>
    public static readonly IssueCode PointWithoutName = Warning("EL142", "Skeleton point without a name");

    /// <summary>An older <c>polygon</c> that is not the first ring of <c>polygons</c>; <c>polygons</c> is used.</summary>
    public static readonly IssueCode PolygonsDiffer = Warning("EL143", "Polygon and polygons differ");

    /// <summary>A polygon so large and tangled that whether it is valid would take too long to find out; kept.</summary>
    public static readonly IssueCode PolygonNotChecked = Info("EL144", "Polygon too tangled to check");

    /// <summary>An object of one shape that holds the geometry of another; the geometry is used.</summary>
    public static readonly IssueCode ShapeDiffers = Warning("EL145", "Shape and geometry differ");

    /// <summary>A classification on frames whose answer the row does not hold; dropped, as the vendor's SDK does.</summary>
    public static readonly IssueCode ClassificationUnanswered = Warning("EL201", "Classification without an answer");

    /// <summary>A classification answer that nothing places on a frame and nobody signed; dropped, as the vendor's SDK does.</summary>
    public static readonly IssueCode ClassificationUnplaced = Info("EL202", "Classification answer without a place");

    /// <summary>A classification without <c>classificationHash</c>.</summary>
    public static readonly IssueCode NoClassificationHash = Error("EL203", "No classification hash");

    /// <summary>An element of <c>classifications</c>, or a classification answer, that is not an object.</summary>
    public static readonly IssueCode ClassificationMalformed = Error("EL204", "Malformed classification");

    /// <summary>An attribute whose answer can't be read; left out.</summary>
    public static readonly IssueCode AnswerMalformed = Warning("EL205", "Malformed answer");

    /// <summary>A range that is not a pair of ascending frame numbers; left out.</summary>
    public static readonly IssueCode RangeMalformed = Warning("EL206", "Malformed range");

    /// <summary>A dynamic answer without a range: it holds on no frame.</summary>
    public static readonly IssueCode ActionWithoutRange = Warning("EL207", "Dynamic answer without a range");

    /// <summary>A classification that stands on frames outside the range of its answer; the range is used.</summary>
    public static readonly IssueCode PlacementsDiffer = Warning("EL208", "Frames and range differ");

    /// <summary>Ranges of one list that overlap; all of them hold.</summary>
    public static readonly IssueCode RangesOverlap = Warning("EL209", "Overlapping ranges");

    /// <summary>A range that ends past the end of its file; kept.</summary>
    public static readonly IssueCode RangeBeyondFile = Warning("EL210", "Range beyond the file");

    /// <summary>An object of audio, text or a time series without any range to stand on.</summary>
    public static readonly IssueCode ObjectWithoutRange = Error("EL211", "Object without a range");

    /// <summary>An answer for a space that the row does not have.</summary>
    public static readonly IssueCode SpaceUnknown = Error("EL212", "Unknown space");

    /// <summary>Answers for an object that is nowhere in the row, as the vendor leaves them behind; not used.</summary>
    public static readonly IssueCode AnswerOrphaned = Info("EL213", "Answer without an object");

    /// <summary>One object hash with different shapes; every annotation is kept as it is.</summary>
    public static readonly IssueCode ShapesDiffer = Warning("EL214", "One object with two shapes");

    /// <summary>An event of a continuous scene that is neither <c>upsert</c> nor <c>delete</c>; read as <c>upsert</c>.</summary>
    public static readonly IssueCode EventUnknown = Warning("EL215", "Unknown event");

    /// <summary>The end of an object of a continuous scene that has not begun, or has ended before.</summary>
    public static readonly IssueCode DeleteWithoutObject = Warning("EL216", "Delete without an object");

    /// <summary>An object of a continuous scene that is never deleted: where it ends is not known.</summary>
    public static readonly IssueCode NeverDeleted = Warning("EL217", "Object without an end");

    /// <summary>More object instances in a row than are told apart; those past the limit are read but not compared with each other.</summary>
    public static readonly IssueCode TooManyInstances = Info("EL218", "Too many object instances to compare");

    /// <summary>A date in none of the known forms; read as unknown.</summary>
    public static readonly IssueCode DateUnreadable = Warning("EL301", "Unreadable date");

    /// <summary>A colour that is not <c>#RRGGBB</c>; kept as it stands.</summary>
    public static readonly IssueCode ColorUnreadable = Warning("EL302", "Unreadable colour");

    /// <summary>A number that can't be read, or can't be what it stands for; read as absent.</summary>
    public static readonly IssueCode NumberUnreadable = Warning("EL303", "Unreadable number");

    /// <summary>Text that is not valid UTF-8, or escapes half a surrogate pair; what is faulty is replaced by U+FFFD.</summary>
    public static readonly IssueCode TextNotUtf8 = Warning("EL304", "Text is not UTF-8");

    /// <summary>A label of a class that the ontology doesn't have; used as it stands.</summary>
    public static readonly IssueCode ClassNotInOntology = Warning("EL401", "Class is not in the ontology");

    /// <summary>A label whose class has another name in the ontology, as after a renaming; the label's own is kept.</summary>
    public static readonly IssueCode ClassNameDiffers = Warning("EL402", "Name differs from the ontology's");

    /// <summary>An object of another shape than the ontology has for its class; kept as it is drawn.</summary>
    public static readonly IssueCode ClassShapeDiffers = Warning("EL403", "Shape differs from the ontology's");

    /// <summary>An answer to an attribute that the ontology doesn't have, or not for that class; used as it stands.</summary>
    public static readonly IssueCode AttributeNotInOntology = Warning("EL404", "Attribute is not in the ontology");

    /// <summary>A chosen option that the ontology doesn't have, or not for that attribute; used as it stands.</summary>
    public static readonly IssueCode OptionNotInOntology = Warning("EL405", "Option is not in the ontology");

    /// <summary>An answer that its attribute's type can't have: a text to a radio, two options of a radio; used as it stands.</summary>
    public static readonly IssueCode AnswerTypeDiffers = Warning("EL406", "Answer is of another type than the ontology's");

    /// <summary>An ontology that is not JSON; the labels are read without it.</summary>
    public static readonly IssueCode OntologyMalformed = Warning("EL407", "Ontology is malformed JSON");

    /// <summary>A file that is called an ontology and is something else; the labels are read without it.</summary>
    public static readonly IssueCode NotAnOntology = Warning("EL408", "Not an ontology");

    /// <summary>An ontology larger than 16 MiB; the labels are read without it.</summary>
    public static readonly IssueCode OntologyTooLarge = Warning("EL409", "Ontology too large");

    /// <summary>A part of an ontology that no label can name, or that is something else; left out.</summary>
    public static readonly IssueCode OntologyElementMalformed = Warning("EL410", "Malformed part of the ontology");

    /// <summary>A hash that two parts of an ontology have; labels that name it mean the first one.</summary>
    public static readonly IssueCode OntologyHashRepeated = Warning("EL411", "Hash repeated in the ontology");

    /// <summary>An ontology beside another one that is less deep in the archive; not used.</summary>
    public static readonly IssueCode OntologyNotUsed = Info("EL412", "Ontology not used");

    /// <summary>An upload that is an ontology and so has no labels; exports beside it are read with it.</summary>
    public static readonly IssueCode OntologyAlone = Info("EL413", "The upload is an ontology");

    private static IssueCode Error(string id, string title) => new(id, Severity.Error, title);

    private static IssueCode Warning(string id, string title) => new(id, Severity.Warning, title);

    private static IssueCode Info(string id, string title) => new(id, Severity.Info, title);
}

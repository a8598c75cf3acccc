using EncordFunctions.Labels.Ontologies;

namespace EncordFunctions.Formats.Coco;

/// <summary>Which skeleton a class is drawn after.</summary>
internal static class SkeletonClasses
{
    /// <summary>The template that bears the name of the class, as <see cref="Classes.ClassList"/> finds it; null where there is none.</summary>
    public static SkeletonTemplate? TemplateOf(Ontology? ontology, string? featureHash)
    {
        if (ontology?.FindObject(featureHash) is not { Name: { } name }) return null;
        foreach (var template in ontology.SkeletonTemplates)
            if (template.Name == name) return template;
        return null;
    }
}

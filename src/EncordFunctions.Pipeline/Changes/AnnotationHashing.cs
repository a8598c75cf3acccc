using System.Diagnostics;
using EncordFunctions.Labels.Answers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Pipeline.Changes;

/// <summary>
/// Content hashes of what an annotation says. Hashes of many are added up, which any order leaves the same. Left out is what says nothing of the
/// object itself: who drew it and when, its colour, its place in the frame's list, its confidence. Numbers count bit by bit, as pixels.
/// </summary>
internal sealed class AnnotationHashing
{
    private readonly ContentHash _hash = new();

    /// <summary>Which class it is of.</summary>
    public UInt128 OfClass(Annotation annotation)
    {
        _hash.Begin('c');
        _hash.Add(annotation.FeatureHash);
        _hash.Add(annotation.Name);
        return _hash.End();
    }

    /// <summary>Where it is and how it is drawn there.</summary>
    public UInt128 OfGeometry(Annotation annotation)
    {
        _hash.Begin('g');
        AddPlace(annotation);
        _hash.Add(annotation.Shape.Name);
        _hash.Add(annotation.Shape);
        return _hash.End();
    }

    /// <summary>
    /// Its static or its dynamic attributes, nested ones as if they stood beside their parents; 0 where none is answered. They count by their
    /// names, as changes tell them: an attribute of the same name and answer is the same also where another class has it.
    /// </summary>
    public UInt128 OfAttributes(IReadOnlyList<AttributeAnswer> attributes, bool dynamic)
    {
        UInt128 sum = 0;
        foreach (var attribute in attributes)
        {
            if (attribute.Dynamic == dynamic) sum = unchecked(sum + Of(attribute));
            if (attribute.Answer is not AnswerValue.Options { Chosen: var chosen }) continue;
            foreach (var option in chosen)
                if (option.Attributes.Count > 0) sum = unchecked(sum + OfAttributes(option.Attributes, dynamic));
        }
        return sum;
    }

    /// <summary>All it says, of an object that is not followed.</summary>
    public UInt128 OfAnnotation(Annotation annotation)
    {
        var attributes = At(annotation, unchecked(OfAttributes(annotation.Attributes, dynamic: false) + OfAttributes(annotation.Attributes, dynamic: true)));
        return OfObject(annotation.ObjectHash, OfClass(annotation), OfGeometry(annotation), attributes);
    }

    /// <summary>Something that holds where the annotation is.</summary>
    public UInt128 At(Annotation annotation, UInt128 what)
    {
        _hash.Begin('a');
        AddPlace(annotation);
        _hash.Add(what);
        return _hash.End();
    }

    /// <summary>Something of the object of that hash.</summary>
    public UInt128 OfObject(string objectHash, params ReadOnlySpan<UInt128> parts)
    {
        _hash.Begin('o');
        _hash.Add(objectHash);
        foreach (var part in parts) _hash.Add(part);
        return _hash.End();
    }

    private UInt128 Of(AttributeAnswer attribute)
    {
        UInt128 options = 0;
        // An option is hashed before the attribute begins: they share the buffer.
        if (attribute.Answer is AnswerValue.Options { Chosen: var chosen })
        {
            foreach (var option in chosen)
            {
                _hash.Begin('p');
                _hash.Add(option.Name);
                // Old rows repeat the attribute's name here, whatever was chosen.
                if (option.Name is null || option.Name == attribute.Name) _hash.Add(option.FeatureHash ?? option.Value);
                options = unchecked(options + _hash.End());
            }
        }
        switch (attribute.Answer)
        {
            case AnswerValue.None or AnswerValue.Options { Chosen.Count: 0 }:
                return 0;
            case AnswerValue.Options:
                _hash.Begin('q');
                _hash.Add(options);
                break;
            case AnswerValue.Text { Value: var text }:
                _hash.Begin('t');
                _hash.Add(text);
                break;
            case AnswerValue.Number { Value: var number }:
                _hash.Begin('n');
                _hash.Add(number);
                break;
            default:
                throw new UnreachableException($"An answer of the kind {attribute.Answer.GetType().Name} has no hash.");
        }
        _hash.Add(attribute.Name ?? attribute.FeatureHash);
        foreach (var (start, end) in attribute.Ranges)
        {
            _hash.Add(start);
            _hash.Add(end);
        }
        return _hash.End();
    }

    private void AddPlace(Annotation annotation)
    {
        _hash.Add(annotation.Unit.Hash);
        _hash.Add(annotation.Frame?.Stream);
        _hash.Add(annotation.Frame?.Number ?? -1);
        switch (annotation.Range)
        {
            case LabelRange.Span(var start, var end):
                _hash.Add(start);
                _hash.Add(end ?? long.MaxValue);
                break;
            case LabelRange.Html(var start, var end):
                _hash.Add(start.XPath);
                _hash.Add(start.Offset);
                _hash.Add(end.XPath);
                _hash.Add(end.Offset);
                break;
        }
    }
}

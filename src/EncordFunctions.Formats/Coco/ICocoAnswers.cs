using System.Buffers;
using EncordFunctions.Labels.Rows;

namespace EncordFunctions.Formats.Coco;

/// <summary>Spells the attributes of an object on one frame as a JSON object.</summary>
internal interface ICocoAnswers
{
    void Write(IBufferWriter<byte> to, Annotation annotation);
}

using System.Reflection;
using System.Reflection.Emit;
using EncordFunctions.Triggers;
using Microsoft.Azure.Functions.Worker;

namespace EncordFunctions.Tests;

/// <summary>A trigger class as the Functions host will see it: one method with a name, bound by its first parameter.</summary>
internal sealed record Trigger(Type Class, MethodInfo Method)
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IReadOnlyList<Trigger> All { get; } =
    [
        .. from type in typeof(UnpackExportTrigger).Assembly.GetTypes()
           from method in type.GetMethods()
           where method.IsDefined(typeof(FunctionAttribute))
           select new Trigger(type, method),
    ];

    public string Function => Method.GetCustomAttribute<FunctionAttribute>()!.Name;

    public ParameterInfo Bound => Method.GetParameters()[0];

    public string? Queue => Bound.GetCustomAttribute<QueueTriggerAttribute>()?.QueueName;

    public string? Route => Bound.GetCustomAttribute<HttpTriggerAttribute>()?.Route;

    /// <summary>The methods that the body calls, in order.</summary>
    public IReadOnlyList<MethodBase> Calls()
    {
        var body = Method.GetMethodBody()!.GetILAsByteArray()!;
        var calls = new List<MethodBase>();
        for (var at = 0; at < body.Length;)
        {
            var isLong = body[at] == 0xFE;
            var code = OpCodesByValue[isLong ? (short)(0xFE00 | body[at + 1]) : body[at]];
            at += code.Size;
            if (code.OperandType == OperandType.InlineMethod)
                calls.Add(Class.Module.ResolveMethod(BitConverter.ToInt32(body, at))!);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, at)),
                _ => 4,
            };
        }

        return calls;
    }
}

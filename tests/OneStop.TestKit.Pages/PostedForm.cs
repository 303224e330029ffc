using System.Globalization;
using Microsoft.AspNetCore.Components.Forms.Mapping;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace OneStop.TestKit.Pages;

// What the browser posted with this request, for parameters filled from a form.
internal sealed class PostedForm : IFormValueMapper
{
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public FormCollection Fields => new(Values.ToDictionary(v => v.Key, v => new StringValues(v.Value)));

    public bool CanMap(Type valueType, string scopeName, string? formName) => true;

    public void Map(FormValueMappingContext context)
    {
        if (Values.TryGetValue(context.ParameterName, out var value))
            context.SetResult(Read(value, context.ValueType));
        else if (Values.Keys.Any(k => k.StartsWith($"{context.ParameterName}.", StringComparison.Ordinal)))
            context.SetResult(Fill(context.ParameterName, context.ValueType));
    }

    // "Day.Ground" is the property Ground of the parameter Day.
    private object Fill(string name, Type type)
    {
        var input = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            if (Values.TryGetValue($"{name}.{property.Name}", out var value))
                property.SetValue(input, Read(value, property.PropertyType));
        }

        return input;
    }

    private static object? Read(string value, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type == typeof(Guid) ? Guid.Parse(value) : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }
}

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
        if (!Values.TryGetValue(context.ParameterName, out var value))
            return;
        var type = Nullable.GetUnderlyingType(context.ValueType) ?? context.ValueType;
        context.SetResult(type == typeof(Guid) ? Guid.Parse(value) : Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
    }
}

using System.Globalization;

namespace OneStop.Approvals.Engine.Expressions;

/// <summary>The built-in functions: name, least and most arguments, body. None does I/O, none reads the clock.</summary>
internal static class Functions
{
    public sealed record Function(int Least, int Most, Func<object?[], object?> Body);

    private static readonly Dictionary<string, Function> Known = new(StringComparer.Ordinal)
    {
        ["contains"] = new(2, 2, a => a switch
        {
            [string text, string part] => text.Contains(part, StringComparison.Ordinal),
            [IReadOnlyList<object?> list, var item] => Values.Contains(list, item),
            _ => null,
        }),
        ["list contains"] = new(2, 2, a => a[0] is IReadOnlyList<object?> list ? Values.Contains(list, a[1]) : null),
        ["starts with"] = new(2, 2, a => a is [string text, string part] ? text.StartsWith(part, StringComparison.Ordinal) : null),
        ["ends with"] = new(2, 2, a => a is [string text, string part] ? text.EndsWith(part, StringComparison.Ordinal) : null),
        ["string length"] = new(1, 1, a => a[0] is string text ? (decimal)new StringInfo(text).LengthInTextElements : null),
        ["upper case"] = new(1, 1, a => (a[0] as string)?.ToUpperInvariant()),
        ["lower case"] = new(1, 1, a => (a[0] as string)?.ToLowerInvariant()),
        ["string"] = new(1, 1, a => a[0] switch
        {
            string text => text,
            bool truth => truth ? "true" : "false",
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        }),
        ["number"] = new(1, 1, a => a[0] switch
        {
            decimal number => number,
            string text when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        }),
        ["abs"] = new(1, 1, a => a[0] is decimal number ? Math.Abs(number) : null),
        ["floor"] = new(1, 1, a => a[0] is decimal number ? Math.Floor(number) : null),
        ["ceiling"] = new(1, 1, a => a[0] is decimal number ? Math.Ceiling(number) : null),
        ["count"] = new(1, 1, a => a[0] is IReadOnlyList<object?> list ? (decimal)list.Count : null),
        ["sum"] = new(1, int.MaxValue, a => Fold(a, (x, y) => x + y)),
        ["min"] = new(1, int.MaxValue, a => Fold(a, Math.Min)),
        ["max"] = new(1, int.MaxValue, a => Fold(a, Math.Max)),
        ["is defined"] = new(1, 1, a => a[0] is not null),
    };

    public static Function? Find(string name) => Known.GetValueOrDefault(name);

    private static decimal? Fold(object?[] arguments, Func<decimal, decimal, decimal> combine)
    {
        var items = arguments is [IReadOnlyList<object?> list] ? list : arguments;
        if (items.Count == 0)
            return null;
        decimal? total = null;
        foreach (var item in items)
        {
            if (Values.Normalise(item) is not decimal number)
                return null;
            total = total is { } sum ? combine(sum, number) : number;
        }

        return total;
    }
}

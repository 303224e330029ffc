namespace OneStop.Approvals.Engine.Expressions;

internal static class ListFunctions
{
    public static readonly IReadOnlyDictionary<string, Functions.Function> Known = new Dictionary<string, Functions.Function>(StringComparer.Ordinal)
    {
        ["list contains"] = new(2, 2, a => a[0] is IReadOnlyList<object?> list ? Values.Contains(list, a[1]) : null),
        ["count"] = new(1, 1, a => a[0] is IReadOnlyList<object?> list ? (decimal)list.Count : null),
        ["sum"] = new(1, int.MaxValue, a => Fold(a, (x, y) => x + y)),
        ["min"] = new(1, int.MaxValue, a => Fold(a, Math.Min)),
        ["max"] = new(1, int.MaxValue, a => Fold(a, Math.Max)),
        ["mean"] = new(1, int.MaxValue, a => Fold(a, (x, y) => x + y) is { } sum ? sum / Items(a).Count : null),
        ["all"] = new(1, int.MaxValue, a => Items(a) is var items && items.Any(i => i is false) ? false : items.All(i => i is true) ? true : null),
        ["any"] = new(1, int.MaxValue, a => Items(a) is var items && items.Any(i => i is true) ? true : items.All(i => i is false) ? false : null),
        ["append"] = new(2, int.MaxValue, a => a[0] is IReadOnlyList<object?> list ? (object?[])[.. list, .. a.Skip(1)] : null),
        ["concatenate"] = new(1, int.MaxValue, a => a.All(i => i is IReadOnlyList<object?>) ? a.SelectMany(i => (IReadOnlyList<object?>)i!).ToArray() : null),
        ["reverse"] = new(1, 1, a => a[0] is IReadOnlyList<object?> list ? list.Reverse().ToArray() : null),
        ["index of"] = new(2, 2, a => a[0] is IReadOnlyList<object?> list ? list.Index().Where(i => Values.AreEqual(Values.Normalise(i.Item), a[1]) == true).Select(i => (object?)(decimal)(i.Index + 1)).ToArray() : null),
        ["distinct values"] = new(1, 1, a => a[0] is IReadOnlyList<object?> list ? list.Aggregate(new List<object?>(), (kept, item) => Values.Contains(kept, Values.Normalise(item)) ? kept : [.. kept, item]).ToArray() : null),
        ["flatten"] = new(1, 1, a => a[0] is IReadOnlyList<object?> list ? Flatten(list).ToArray() : null),
    };

    private static IReadOnlyList<object?> Items(object?[] arguments) => arguments is [IReadOnlyList<object?> list] ? list : arguments;

    private static IEnumerable<object?> Flatten(IReadOnlyList<object?> list) => list.SelectMany(item => item is IReadOnlyList<object?> inner ? Flatten(inner) : [item]);

    private static decimal? Fold(object?[] arguments, Func<decimal, decimal, decimal> combine)
    {
        decimal? total = null;
        foreach (var item in Items(arguments))
        {
            if (Values.Normalise(item) is not decimal number)
                return null;
            try
            {
                total = total is { } sum ? combine(sum, number) : number;
            }
            catch (OverflowException)
            {
                return null;
            }
        }

        return total;
    }
}

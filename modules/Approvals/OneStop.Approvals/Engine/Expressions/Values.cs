using System.Globalization;

namespace OneStop.Approvals.Engine.Expressions;

/// <summary>A duration in months and years, which have no fixed length.</summary>
internal readonly record struct MonthSpan(int Months);

/// <summary>What the operators mean on the kinds of value. Operands that do not fit give null, never an exception.</summary>
internal static class Values
{
    public const int LongestText = 100_000;

    public static object? Normalise(object? value) => value switch
    {
        int or long or short or byte => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e27 => (decimal)number,
        _ => value,
    };

    public static object? Compare(string symbol, object? left, object? right)
    {
        if (symbol is "=" or "!=")
            return AreEqual(left, right) is { } equal ? equal == (symbol == "=") : null;
        int? order = (left, right) switch
        {
            (decimal a, decimal b) => a.CompareTo(b),
            (string a, string b) => string.CompareOrdinal(a, b),
            (DateOnly a, DateOnly b) => a.CompareTo(b),
            (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
            (TimeOnly a, TimeOnly b) => a.CompareTo(b),
            (TimeSpan a, TimeSpan b) => a.CompareTo(b),
            (MonthSpan a, MonthSpan b) => a.Months.CompareTo(b.Months),
            _ => null,
        };
        if (order is not { } sign)
            return null;
        return symbol switch { "<" => sign < 0, "<=" => sign <= 0, ">" => sign > 0, _ => sign >= 0 };
    }

    public static object? Calculate(string symbol, object? left, object? right)
    {
        if (symbol == "+" && left is string head && right is string tail)
            return head.Length + tail.Length <= LongestText ? head + tail : null;
        try
        {
            return left is decimal a && right is decimal b ? Calculate(symbol, a, b) : Moments.Calculate(symbol, left, right);
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    public static bool Contains(IReadOnlyList<object?> list, object? value)
    {
        foreach (var item in list)
        {
            if (AreEqual(Normalise(item), value) == true)
                return true;
        }

        return false;
    }

    public static object? Member(object? subject, string name) => subject switch
    {
        IReadOnlyDictionary<string, object?> members => members.TryGetValue(name, out var value) ? Normalise(value) : null,
        IReadOnlyList<object?> items => items.Select(item => Member(item, name)).ToArray(),
        _ => Moments.Member(subject, name),
    };

    /// <summary>A value as text, as logs and the function "string" show it.</summary>
    public static string Print(object? value) => Normalise(value) switch
    {
        null => "null",
        string text => text,
        bool truth => truth ? "true" : "false",
        decimal number => Plain(number),
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Print))}]",
        IReadOnlyDictionary<string, object?> members => $"{{{string.Join(", ", members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}: {Print(m.Value)}"))}}}",
        var moment => Moments.Print(moment),
    };

    public static bool? AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (decimal a, decimal b) => a == b,
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        (bool a, bool b) => a == b,
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => AreEqualLists(a, b),
        _ when left.GetType() == right.GetType() => left.Equals(right),
        _ => null,
    };

    private static object? Calculate(string symbol, decimal a, decimal b) => symbol switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => b == 0 ? null : a / b,
        _ => (decimal)Math.Pow((double)a, (double)b),
    };

    // 2.0 and 2 are one number.
    private static string Plain(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);

    private static bool? AreEqualLists(IReadOnlyList<object?> left, IReadOnlyList<object?> right)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
        {
            if (AreEqual(Normalise(left[i]), Normalise(right[i])) != true)
                return false;
        }

        return true;
    }
}

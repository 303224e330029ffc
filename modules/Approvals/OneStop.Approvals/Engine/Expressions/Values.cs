namespace OneStop.Approvals.Engine.Expressions;

/// <summary>What the operators mean on the four kinds of value. Operands that do not fit give null, never an exception.</summary>
internal static class Values
{
    public const int LongestText = 100_000;

    public static object? Normalise(object? value) => value switch
    {
        int or long or short or byte => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture),
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
        if (left is not decimal a || right is not decimal b)
            return null;
        try
        {
            return symbol switch
            {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                "/" => b == 0 ? null : a / b,
                _ => (decimal)Math.Pow((double)a, (double)b),
            };
        }
        catch (OverflowException)
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

    private static bool? AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (decimal a, decimal b) => a == b,
        (string a, string b) => string.Equals(a, b, StringComparison.Ordinal),
        (bool a, bool b) => a == b,
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => AreEqualLists(a, b),
        _ => null,
    };

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

namespace OneStop.Approvals.Engine.Expressions;

/// <summary>Where an expression finds the names it uses.</summary>
internal interface IVariables
{
    bool TryGet(string name, out object? value);
}

internal sealed class DictionaryVariables(IReadOnlyDictionary<string, object?> values) : IVariables
{
    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);
}

/// <summary>One name more: the item that a quantifier or filter looks at.</summary>
internal sealed class Overlay(IVariables outer, string added, object? item) : IVariables
{
    public bool TryGet(string name, out object? value)
    {
        if (name == added)
        {
            value = item;
            return true;
        }

        // Inside a filter the members of an item are names of their own.
        if (added == Expression.Item && item is IReadOnlyDictionary<string, object?> members && members.TryGetValue(name, out value))
            return true;
        return outer.TryGet(name, out value);
    }
}

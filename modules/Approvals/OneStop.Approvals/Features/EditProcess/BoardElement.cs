namespace OneStop.Approvals.Features.EditProcess;

/// <summary>The selected element as the board tells it.</summary>
public sealed record BoardElement(
    string Id, string Type, string Name, bool IsRoot, string Documentation, List<OwnElement> Own, string? Condition, bool TakesCondition, bool TakesDefault, bool IsDefault,
    string? TimerKind, string? TimerValue, bool TakesMessage, string Message, bool TakesNext)
{
    public bool IsStep => Type is "bpmn:UserTask" || (TakesMessage && Type is "bpmn:ReceiveTask" or "bpmn:IntermediateCatchEvent");

    public OwnElement? Find(string name) => Own.Find(o => o.Name == name);

    public string? Value(string element, string attribute) => Find(element)?.Attrs.GetValueOrDefault(attribute);

    /// <summary>The element as a change leaves it.</summary>
    public BoardElement After(BoardPatch patch) => this with
    {
        Name = patch.Name ?? Name, Own = patch.Own ?? Own, Documentation = patch.Documentation ?? Documentation, Condition = patch.Condition ?? Condition,
        IsDefault = patch.IsDefault ?? IsDefault, TimerKind = patch.TimerKind ?? TimerKind, TimerValue = patch.TimerValue ?? TimerValue, Message = patch.Message ?? Message,
    };

    /// <summary>Our own elements with one attribute changed; an element without any attribute or part goes.</summary>
    public List<OwnElement> With(string element, string attribute, string? value)
    {
        var own = Own.ConvertAll(o => o.Copy());
        var target = own.Find(o => o.Name == element);
        if (target is null)
        {
            target = new OwnElement { Name = element };
            own.Insert(0, target);
        }

        if (string.IsNullOrWhiteSpace(value))
            target.Attrs.Remove(attribute);
        else
            target.Attrs[attribute] = value.Trim();
        if (target.Attrs.Count == 0 && target.Children.Count == 0)
            own.Remove(target);
        return own;
    }

    /// <summary>Our own elements with all of one name replaced.</summary>
    public List<OwnElement> With(string name, IEnumerable<OwnElement> replaced) => [.. Own.Where(o => o.Name != name), .. replaced];
}

/// <summary>An element of the extension namespace of docs/bpmn-extensions.md.</summary>
public sealed class OwnElement
{
    public string Name { get; set; } = "";

    public Dictionary<string, string> Attrs { get; set; } = [];

    public string? Text { get; set; }

    public List<OwnElement> Children { get; set; } = [];

    public string this[string attribute]
    {
        get => Attrs.GetValueOrDefault(attribute, "");
        set => Attrs[attribute] = value;
    }

    public OwnElement Copy() => new() { Name = Name, Attrs = new(Attrs), Text = Text, Children = Children.ConvertAll(c => c.Copy()) };
}

/// <summary>One element in the list beside the board.</summary>
public sealed record BoardEntry(string Id, string Type, string Name, bool IsFlow, int X, string? From, string? To);

/// <summary>What the panel changes; null leaves as it is.</summary>
public sealed record BoardPatch(
    string? Name = null, List<OwnElement>? Own = null, string? Documentation = null, string? Condition = null, bool? IsDefault = null, string? TimerKind = null, string? TimerValue = null,
    string? Message = null);

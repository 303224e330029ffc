using OneStop.Approvals.Engine.Definitions;

namespace OneStop.Approvals.Engine.Execution;

/// <summary>What the elements of one version become in another. Elements of called processes keep their ids.</summary>
internal sealed class MigrationMap(ProcessDefinition from, ProcessDefinition to, IReadOnlyDictionary<string, string> elements)
{
    public ProcessDefinition From { get; } = from;

    public ProcessDefinition To { get; } = to;

    /// <summary>The same id, else the only element of that name, where both are of one type.</summary>
    public static IReadOnlyDictionary<string, string> Propose(ProcessDefinition from, ProcessDefinition to)
    {
        var proposed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in from.Nodes)
        {
            if (to.TryFind(node.Id, out var same) && Unfit(node, same) is null)
                proposed[node.Id] = same.Id;
        }

        var taken = proposed.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var node in from.Nodes.Where(node => !proposed.ContainsKey(node.Id) && node.Name.Length > 0))
        {
            var named = to.Nodes.Where(other => other.Name == node.Name && !taken.Contains(other.Id) && Unfit(node, other) is null).ToList();
            if (named is [var only])
                proposed[node.Id] = only.Id;
        }

        return proposed;
    }

    /// <summary>Why one element cannot become the other; null when it can.</summary>
    public static string? Unfit(FlowNode before, FlowNode after)
    {
        if (before.Kind != after.Kind || !before.Events.Select(e => e.Kind).SequenceEqual(after.Events.Select(e => e.Kind)) || before.CalledElement != after.CalledElement
            || (before.Consultation is null) != (after.Consultation is null))
            return MigrationProblem.OtherType;
        if (before.IsEventSubProcess != after.IsEventSubProcess || before.IsTransaction != after.IsTransaction || (before.AdHoc is null) != (after.AdHoc is null) || before.IsForCompensation != after.IsForCompensation)
            return MigrationProblem.OtherType;
        if (before.Loop?.GetType() != after.Loop?.GetType() || (before.Loop as MultiInstance)?.Sequential != (after.Loop as MultiInstance)?.Sequential)
            return MigrationProblem.OtherLoop;
        return (before.Step?.Role, before.Step?.Level, before.Step?.Deed) == (after.Step?.Role, after.Step?.Level, after.Step?.Deed) ? null : MigrationProblem.OtherPost;
    }

    public string? IdOf(string element) => elements.GetValueOrDefault(element);

    /// <summary>The element in the other version, or why there is none.</summary>
    public FlowNode? Find(ProcessDefinition definition, string element, out MigrationProblem? problem)
    {
        problem = null;
        var own = ReferenceEquals(definition, From);
        var target = own ? To : To.Library.Find(definition.Id) ?? To.Library.Find(definition.Key);
        if (target is null || !definition.TryFind(element, out var before))
        {
            problem = new MigrationProblem(MigrationProblem.CalledMissing, element, definition.Key);
            return null;
        }

        var id = own ? IdOf(element) : element;
        if (id is null || !target.TryFind(id, out var after))
        {
            problem = new MigrationProblem(MigrationProblem.ElementMissing, element, before.Name);
            return null;
        }

        if (Unfit(before, after) is { } unfit)
            problem = new MigrationProblem(unfit, element, after.Id);
        else if (OwnerOf(before, own) != after.Scope.Owner?.Id)
            problem = new MigrationProblem(MigrationProblem.OtherScope, element, after.Id);
        else if (before.AttachedTo is { } host && (own ? IdOf(host.Id) : host.Id) != after.AttachedTo?.Id)
            problem = new MigrationProblem(MigrationProblem.EventMissing, element, after.Id);
        return problem is null ? after : null;
    }

    private string? OwnerOf(FlowNode node, bool own) => node.Scope.Owner is not { } owner ? null : own ? IdOf(owner.Id) ?? "" : owner.Id;
}

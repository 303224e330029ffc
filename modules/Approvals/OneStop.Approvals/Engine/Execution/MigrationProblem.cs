namespace OneStop.Approvals.Engine.Execution;

/// <summary>Why an instance cannot go on with another version as it stands.</summary>
internal sealed record MigrationProblem(string Code, string Element, string Detail = "")
{
    /// <summary>Something is under way (a service, a script, an undoing); once it is over the instance may be asked again.</summary>
    public const string NotAtRest = "migration.not_at_rest";
    public const string Ended = "migration.ended";
    public const string ElementMissing = "migration.element_missing";
    public const string OtherType = "migration.other_type";
    public const string OtherLoop = "migration.other_loop";

    /// <summary>Another role, level or deed: the task would be done by somebody who may not.</summary>
    public const string OtherPost = "migration.other_post";
    public const string OtherScope = "migration.other_scope";
    public const string EventMissing = "migration.event_missing";

    /// <summary>A join would wait for branches that never come.</summary>
    public const string OtherBranches = "migration.other_branches";
    public const string CalledMissing = "migration.called_missing";
}

using OneStop.Identity.Contracts;
using OneStop.Kernel.Callers;

namespace OneStop.Approvals.Runtime;

/// <summary>Who moves an instance, on which task, with what words: what the engine does not need and the tables and events do.</summary>
internal sealed record StepDeed(
    int Token, string Outcome, Guid? ActorId, string ActorName, string ActorTitle, string? Comment, IReadOnlyDictionary<string, string> Fields)
{
    private static readonly Dictionary<string, string> NoFields = [];

    /// <summary>Key of the button, for matters that have two.</summary>
    public string Action { get; init; } = "";

    public static StepDeed System { get; } = new(0, "", null, "", "", null, NoFields);

    /// <summary>Name of the absent one in whose place it is done; null for what one does for oneself.</summary>
    public string? OnBehalfOf { get; init; }

    public static StepDeed By(Caller caller, Assignment? post, int token, string outcome, string? comment, IReadOnlyDictionary<string, string>? fields = null) =>
        new(token, outcome, caller.AccountId, caller.Name, TitleOf(caller, post), comment, fields ?? NoFields) { OnBehalfOf = post?.InPlaceOf?.Name };

    /// <summary>
    /// Who stands in never signs under the absent one's title alone: a deputy signs KT. (ký thay), the head of a department TUQ. (ký thừa ủy quyền)
    /// with the own title under it (article 13 of decree 30/2020/NĐ-CP and its annex I).
    /// </summary>
    private static string TitleOf(Caller caller, Assignment? post)
    {
        if (post is not { InPlaceOf: not null })
            return post?.Title ?? "";
        var own = caller.Assignments.Where(a => a.InPlaceOf is null && a.AgencyId == post.AgencyId).OrderBy(a => a.Role != Roles.AgencyLeader).FirstOrDefault();
        if (post.Role != Roles.AgencyLeader)
            return own?.Title ?? post.Title;
        return $"{(own?.Role == Roles.AgencyLeader ? "KT." : "TUQ.")} {post.Title}\n{own?.Title}".TrimEnd('\n');
    }
}

/// <summary>A step that a command has opened, to tell the one who did it where the dossier is now.</summary>
internal sealed record OpenedStep(string Name, string AgencyName, string? DepartmentName, DateTimeOffset? DueAt);

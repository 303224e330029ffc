using OneStop.Dossiers.Domain;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;

namespace OneStop.Dossiers.Components;

// Which desks the caller serves, and whether a dossier is at one of them. What lies elsewhere does not exist for them.
internal sealed class DeskScope(ICallerContext callers, PermissionCatalogue permissions)
{
    public Caller Caller => callers.Caller;

    public Actor Clerk => new(Caller.AccountId, Caller.Name, DossierRole.Clerk);

    public IReadOnlyList<Guid> Agencies(string permission) =>
        [.. permissions.AssignmentsFor(Caller, permission).Where(a => a.Reach != Reach.Own).Select(a => a.AgencyId).Distinct()];

    public string TitleFor(string permission) => permissions.AssignmentsFor(Caller, permission).Select(a => a.Title).FirstOrDefault() ?? "";

    public Result<Dossier> Require(Dossier? dossier, string permission) =>
        dossier is { IsDraft: false } && permissions.Allows(Caller, permission, dossier.ReceivingAgencyPath) ? dossier : Error.NotFound(DossierErrors.Missing);

    // The same, and nobody has changed the dossier since the page was drawn.
    public Result<Dossier> Require(Dossier? dossier, string permission, long version)
    {
        var allowed = Require(dossier, permission);
        return allowed.IsSuccess && dossier!.Version != version ? Error.Conflict(DeskErrors.ChangedByColleague) : allowed;
    }
}

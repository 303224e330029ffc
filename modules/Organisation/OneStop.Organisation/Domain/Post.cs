using OneStop.Kernel.Data;

namespace OneStop.Organisation.Domain;

// Vị trí công tác: a role in a department, held by at most one account, with at most one substitute for a span of days.
internal sealed class Post : IVersioned
{
    public Guid Id { get; init; }
    public Guid AgencyId { get; init; }
    public Guid DepartmentId { get; init; }
    public required string Role { get; init; }
    public required string Title { get; set; }
    public int Ordinal { get; init; }
    public Guid? HolderId { get; private set; }
    public string? HolderName { get; private set; }
    public DateOnly? HeldFrom { get; private set; }
    public Guid? SubstituteId { get; private set; }
    public string? SubstituteName { get; private set; }
    public DateOnly? SubstituteFrom { get; private set; }
    public DateOnly? SubstituteThrough { get; private set; }
    public DateOnly ValidFrom { get; init; }
    public DateOnly? ValidTo { get; set; }
    public long Version { get; set; }

    public bool IsInForce(DateOnly on) => ValidFrom <= on && (ValidTo is null || on <= ValidTo);

    public bool IsSubstitutedOn(DateOnly on) => SubstituteId is not null && SubstituteFrom <= on && on <= SubstituteThrough;

    public void Assign(Guid holderId, string holderName, DateOnly from)
    {
        HolderId = holderId;
        HolderName = holderName;
        HeldFrom = from;
        if (SubstituteId == holderId)
            EndSubstitution();
    }

    public void Vacate()
    {
        HolderId = null;
        HolderName = null;
        HeldFrom = null;
    }

    public string? Substitute(Guid accountId, string name, DateOnly from, DateOnly through)
    {
        if (accountId == HolderId)
            return OrganisationErrors.SubstituteIsHolder;
        if (through < from)
            return OrganisationErrors.SubstitutionEndsBeforeItStarts;

        SubstituteId = accountId;
        SubstituteName = name;
        SubstituteFrom = from;
        SubstituteThrough = through;
        return null;
    }

    public void EndSubstitution()
    {
        SubstituteId = null;
        SubstituteName = null;
        SubstituteFrom = null;
        SubstituteThrough = null;
    }
}

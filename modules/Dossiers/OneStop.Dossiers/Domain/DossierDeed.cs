namespace OneStop.Dossiers.Domain;

internal enum DossierDeed
{
    Start,
    Submit,
    Accept,
    Refuse,
    AskSupplement,
    ReceiveSupplement,
    ExpireSupplement,
    AskPayment,
    ConfirmPayment,
    ExpirePayment,
    EnterStep,
    CompleteStep,
    AskWithdrawal,
    ApproveWithdrawal,
    RefuseWithdrawal,
    Stop,
    Finish,
    CorrectResult,
    Return,
    MoveDeadline,
    NoteBreach,
    LeaveTimeOut,
    EndTimeOut,
    MoveStep,
    AskOpinion,
    EndOpinion,
    RevokeResult,
    MissKey,
}

[Flags]
internal enum DossierRole
{
    None = 0,
    Citizen = 1,
    Clerk = 2,
    Officer = 4,
    Leader = 8,
    RecordsClerk = 16,
    System = 32,
}

// Who does a deed, and in which capacity.
internal sealed record Actor(Guid? Id, string Name, DossierRole Role)
{
    // The absent official in whose place it is done.
    public string? OnBehalfOf { get; init; }

    public static Actor Citizen(Guid id, string name) => new(id, name, DossierRole.Citizen);

    public static Actor Clerk(Guid id, string name) => new(id, name, DossierRole.Clerk);

    public static Actor System { get; } = new(null, "", DossierRole.System);
}

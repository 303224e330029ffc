namespace OneStop.Dossiers.Domain;

// The result on its way: drafted, signed, numbered. Who signed is kept apart from the file, which is made when it is issued.
internal sealed class DossierResult
{
    private DossierResult()
    {
    }

    public Guid DossierId { get; private set; }

    // JSON of the draft step's answers, encrypted.
    public string? DraftProtected { get; private set; }

    public Guid? SignerId { get; private set; }

    public string? SignerName { get; private set; }

    public string? SignerTitle { get; private set; }

    public Guid? SigningAgencyId { get; private set; }

    public string? SigningAgencyName { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public string? NumberAndSymbol { get; private set; }

    public Guid? FileId { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    public static DossierResult Start(Guid dossierId) => new() { DossierId = dossierId };

    // A draft sent back and written anew loses the signature it had.
    public void Draft(string draftProtected)
    {
        DraftProtected = draftProtected;
        SignerId = null;
        SignerName = null;
        SignerTitle = null;
        SigningAgencyId = null;
        SigningAgencyName = null;
        SignedAt = null;
    }

    public void Sign(Guid? signerId, string name, string title, Guid agencyId, string agencyName, DateTimeOffset at)
    {
        SignerId = signerId;
        SignerName = name;
        SignerTitle = title;
        SigningAgencyId = agencyId;
        SigningAgencyName = agencyName;
        SignedAt = at;
    }

    public void Issue(string numberAndSymbol, Guid fileId, DateTimeOffset at)
    {
        NumberAndSymbol = numberAndSymbol;
        FileId = fileId;
        IssuedAt = at;
    }
}

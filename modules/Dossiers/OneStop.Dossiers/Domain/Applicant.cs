namespace OneStop.Dossiers.Domain;

// Facts about the applicant; the citizen number is kept only encrypted, with a keyed hash to find it by.
internal sealed class Applicant
{
    public const int NameLength = 200;
    public const int PhoneLength = 20;
    public const int EmailLength = 254;
    public const int AddressLength = 500;

    public string Name { get; init; } = "";
    public string SearchName { get; init; } = "";
    public string? CitizenNumberProtected { get; init; }
    public string? CitizenNumberHash { get; init; }
    public DateOnly? BirthDate { get; init; }
    public string Phone { get; init; } = "";
    public string? Email { get; init; }
    public string Address { get; init; } = "";
}

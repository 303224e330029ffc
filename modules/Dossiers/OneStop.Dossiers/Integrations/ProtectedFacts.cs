using System.Text.Json;
using OneStop.Dossiers.Domain;
using OneStop.Kernel.Security;

namespace OneStop.Dossiers.Integrations;

// Personal facts on their way to the database and back: citizen number, answers and look-up code lie there encrypted.
internal sealed class ProtectedFacts(IFieldProtector protector)
{
    private const string CitizenNumberPurpose = "dossiers.citizen_number";

    public string Protect(IReadOnlyDictionary<string, string> answers) => protector.Protect(JsonSerializer.Serialize(answers));

    public Dictionary<string, string> AnswersOf(Dossier dossier) => ReadAnswers(dossier.AnswersProtected);

    public Dictionary<string, string> ReadAnswers(string? answersProtected) =>
        answersProtected is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(answersProtected)) ?? [];

    public Applicant Applicant(string name, string? citizenNumber, DateOnly? birthDate, string phone, string? email, string address)
    {
        var hasNumber = !string.IsNullOrEmpty(citizenNumber);
        return new Applicant
        {
            Name = name,
            SearchName = SearchName.Of(name),
            CitizenNumberProtected = hasNumber ? protector.Protect(citizenNumber!) : null,
            CitizenNumberHash = hasNumber ? CitizenNumberHash(citizenNumber!) : null,
            BirthDate = birthDate,
            Phone = phone,
            Email = string.IsNullOrEmpty(email) ? null : email,
            Address = address,
        };
    }

    public string? CitizenNumberOf(Applicant applicant) =>
        applicant.CitizenNumberProtected is { } kept ? protector.Unprotect(kept) : null;

    public string? MaskedCitizenNumberOf(Applicant applicant) => CitizenNumberOf(applicant) is { } number ? Mask(number) : null;

    // All but the last four digits hidden.
    public static string Mask(string citizenNumber) =>
        new string('•', Math.Max(0, citizenNumber.Length - 4)) + citizenNumber[^Math.Min(4, citizenNumber.Length)..];

    public string CitizenNumberHash(string citizenNumber) => protector.Hash(CitizenNumberPurpose, citizenNumber);

    public (string Protected, string Hash) KeepLookupCode(string code) => (protector.Protect(code), LookupCodeHash(code));

    public string LookupCodeHash(string typed) => protector.Hash(LookupCode.HashPurpose, ReadableCode.Normalise(typed));

    public string? LookupCodeOf(Dossier dossier) => dossier.LookupCodeProtected is { } kept ? protector.Unprotect(kept) : null;
}

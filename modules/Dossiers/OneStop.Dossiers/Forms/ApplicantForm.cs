using System.Globalization;
using System.Resources;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Integrations;
using OneStop.Dossiers.Resources;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Forms;

// The applicant's own facts, asked like one more page of the form. While a draft is written they lie with the answers, as typed; on sending they move to their columns.
internal static class ApplicantForm
{
    public const string SectionKey = "nguoi-nop";
    public const string Name = "applicant_name";
    public const string Number = "applicant_number";
    public const string BirthDate = "applicant_birth_date";
    public const string Phone = "applicant_phone";
    public const string Email = "applicant_email";
    public const string Address = "applicant_address";
    public const string ReturnMethod = "applicant_return";

    private static readonly ResourceManager Texts = new(typeof(CitizenTexts));
    private static readonly CultureInfo Vi = ReadersCulture.Vietnamese;
    private static readonly CultureInfo En = ReadersCulture.English;

    public static FormSection Section { get; } = new(SectionKey, Text("Applicant.Title"),
    [
        new FormField(Name, FormFieldKind.Text, Text("Applicant.Name"), Text("Applicant.NameHint"), Required: true, MaxLength: Applicant.NameLength),
        new FormField(BirthDate, FormFieldKind.Date, Text("Applicant.BirthDate"), Required: true, NotInFuture: true),
        new FormField(Number, FormFieldKind.CitizenNumber, Text("Applicant.Number"), Text("Applicant.NumberHint"), Required: true, MaxLength: 20),
        new FormField(Phone, FormFieldKind.Phone, Text("Applicant.Phone"), Text("Applicant.PhoneHint"), Required: true, MaxLength: 20),
        new FormField(Email, FormFieldKind.Email, Text("Applicant.Email"), Text("Applicant.EmailHint"), MaxLength: Applicant.EmailLength),
        new FormField(Address, FormFieldKind.Text, Text("Applicant.Address"), Text("Applicant.AddressHint"), Required: true, MaxLength: Applicant.AddressLength),
        new FormField(ReturnMethod, FormFieldKind.Radio, Text("Applicant.Return"), Required: true, Options: [.. ReturnMethods.All.Select(m => new FormOption(m, Text($"Return.{m}")))]),
    ]);

    public static bool Owns(string key) => key.StartsWith("applicant_", StringComparison.Ordinal);

    public static void Prefill(Dictionary<string, string> answers, ApplicantProfile profile)
    {
        answers[Name] = profile.Name;
        answers[Number] = profile.CitizenNumber ?? "";
        answers[BirthDate] = profile.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        answers[Phone] = profile.Phone ?? "";
        answers[Email] = profile.Email ?? "";
        answers[Address] = profile.Address ?? "";
        answers[ReturnMethod] = ReturnMethods.Online;
    }

    public static void CopyBack(Dictionary<string, string> answers, Dossier dossier, ProtectedFacts facts)
    {
        var applicant = dossier.Applicant;
        answers[Name] = applicant.Name;
        answers[Number] = facts.CitizenNumberOf(applicant) ?? "";
        answers[BirthDate] = applicant.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        answers[Phone] = applicant.Phone;
        answers[Email] = applicant.Email ?? "";
        answers[Address] = applicant.Address;
        answers[ReturnMethod] = dossier.ReturnMethod;
    }

    // Answers have been checked before.
    public static Applicant Read(IReadOnlyDictionary<string, string> answers, ProtectedFacts facts) => facts.Applicant(
        answers[Name], answers[Number], DateOnly.ParseExact(answers[BirthDate], "yyyy-MM-dd", CultureInfo.InvariantCulture), answers[Phone],
        answers.GetValueOrDefault(Email), answers[Address]);

    // For the fields of a form that are answered beforehand.
    public static string? PrefillOf(string? fact, ApplicantProfile profile) => fact switch
    {
        "name" => profile.Name,
        "citizenNumber" => profile.CitizenNumber,
        "birthDate" => profile.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "phone" => profile.Phone,
        "email" => profile.Email,
        "address" => profile.Address,
        _ => null,
    };

    private static LocalizedText Text(string key) => new(Texts.GetString(key, Vi)!, Texts.GetString(key, En)!);
}

using System.Globalization;
using System.Resources;
using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Resources;
using OneStop.Kernel.Texts;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Components;

// Words on statutory papers and in records that last. They are always Vietnamese, whoever prints them.
internal sealed class PaperWords
{
    private static readonly ResourceManager Texts = new(typeof(DeskTexts));
    private static readonly CultureInfo Vietnamese = ReadersCulture.Vietnamese;

    public string ElectronicCopy => Say("Paper.Electronic");

    public string Files(int count) => Say("Paper.Files", count);

    public string ReturnPlace(string method, AgencyInfo agency) => method switch
    {
        ReturnMethods.Online => Say("Paper.ReturnOnline"),
        ReturnMethods.Post => Say("Paper.ReturnPost"),
        _ => agency.Address is null ? agency.DeskName : $"{agency.DeskName}, {agency.Address}",
    };

    public string? Fee(IReadOnlyList<FeeInfo> fees)
    {
        var lines = fees.Where(f => f.Amount is null or > 0)
            .Select(f => f.Amount is { } amount ? Say("Paper.FeeAmount", amount, f.Description) : f.Description).Distinct().ToArray();
        return lines.Length == 0 ? null : string.Join("; ", lines);
    }

    // A people's committee decides as a body, so its chair signs on its behalf.
    public string? AuthorityOf(AgencyInfo agency) =>
        agency.Name.StartsWith(Say("Paper.Committee"), StringComparison.OrdinalIgnoreCase) ? Say("Paper.OnBehalfOfCommittee") : null;

    // The name of a step is kept in both languages.
    public string InEnglish(string key) => Texts.GetString(key, ReadersCulture.English)!;

    public string Say(string key, params object?[] args) => string.Format(Vietnamese, Texts.GetString(key, Vietnamese)!, args);
}

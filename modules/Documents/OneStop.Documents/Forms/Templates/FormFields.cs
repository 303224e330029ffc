using OneStop.Documents.Contracts;

namespace OneStop.Documents.Forms.Templates;

/// <summary>What a template of a form may name: fields, and lists with the fields of their entries.</summary>
internal sealed record FormFields(IReadOnlySet<string> Names, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists)
{
    private static readonly string[] Header =
    [
        "superior", "agency", "desk", "deskOfAgency", "place", "number", "date", "dossierCode", "applicant", "submitter", "signatory", "address", "phone", "email",
        "identity", "procedure", "clerk", "clerkPhone", "copy", "page", "pages", "form",
    ];

    private static readonly string[] Signer = ["signerAuthority", "signerTitle", "signer"];

    private static readonly Dictionary<StatutoryForm, FormFields> All = new()
    {
        [StatutoryForm.Receipt] = Of(
            ["lookupCode", "sets", "term", "receivedAt", "dueAt", "returnPlace", "fee", "feeTotal"],
            ("components", ["row", "name", "form", "note"]), ("fees", ["name", "amount", "paid"])),
        [StatutoryForm.Supplement] = Of(["round", "reason", "legalBasis", "answerBy"], ("items", ["row", "text"])),
        [StatutoryForm.Refusal] = Of(["reason", "legalBasis"]),
        [StatutoryForm.Apology] = Of([.. Signer, "receivedOn", "promisedAt", "reason", "newDueAt", "newDueOn", "extraTime", "lateUnit", "round"], ("recipients", ["text"])),
        [StatutoryForm.StopNotice] = Of([.. Signer, "phase", "requested", "reason", "legalBasis", "feesPaid", "feeHandling"], ("recipients", ["text"])),
        [StatutoryForm.ControlSlip] = Of(["solvingAgency", "coordinating"], ("handOvers", ["row", "agency", "at", "givenBy", "takenBy", "result", "note"])),
        [StatutoryForm.Register] = Of(
            ["from", "to", "volume", "count"],
            ("rows",
            [
                "row", "code", "procedure", "sets", "applicant", "contact", "agency", "receivedAt", "dueAt", "forwardedAt", "resultAt", "returnedAt", "method",
                "signedFor", "note",
            ])),
    };

    public static FormFields For(StatutoryForm form) => All[form];

    private static FormFields Of(string[] own, params (string Name, string[] Fields)[] lists) => new(
        new HashSet<string>([.. Header, .. own], StringComparer.Ordinal),
        lists.ToDictionary(list => list.Name, list => (IReadOnlyList<string>)list.Fields, StringComparer.Ordinal));
}

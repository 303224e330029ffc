using Microsoft.Extensions.Localization;
using OneStop.Approvals.Contracts;
using OneStop.Approvals.Resources;
using OneStop.Approvals.Runtime;
using OneStop.UI;

namespace OneStop.Approvals.Features.EditProcess;

/// <summary>The choices of the panel, in the reader's language.</summary>
internal static class ElementWords
{
    private static readonly string[] StatusCodes = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    private static readonly string[] PaperCodes = ["mau-01", "mau-02", "mau-03", "mau-04", "mau-05", "mau-06"];

    /// <summary>The kind of an element in words; BPMN's own name where there is none.</summary>
    public static string Kind(IStringLocalizer<DesignTexts> texts, string type)
    {
        var name = type.StartsWith("bpmn:", StringComparison.Ordinal) ? type["bpmn:".Length..] : type;
        var words = texts[$"Kind.{char.ToLowerInvariant(name[0])}{name[1..]}"];
        return words.ResourceNotFound ? name : words;
    }

    public static IReadOnlyList<Choice> Levels(IStringLocalizer<DesignTexts> texts) => Of(texts, "Level", ["xa", "huyen", "tinh", "bo"]);

    public static IReadOnlyList<Choice> Roles(IStringLocalizer<DesignTexts> texts) => Of(texts, "Role", Identity.Contracts.Roles.CaseWork);

    public static IReadOnlyList<Choice> AssignRules(IStringLocalizer<DesignTexts> texts) => Of(texts, "Assign", ["group", "least_loaded", "same_person"]);

    public static IReadOnlyList<Choice> Statuses(IStringLocalizer<DesignTexts> texts) => Of(texts, "Status", StatusCodes);

    public static IReadOnlyList<Choice> Deeds(IStringLocalizer<DesignTexts> texts) => Of(
        texts, "Deed", [StepDeeds.Receive, StepDeeds.DraftResult, StepDeeds.SignResult, StepDeeds.IssueResult, StepDeeds.ReturnResult, StepDeeds.ConfirmPayment]);

    public static IReadOnlyList<Choice> Forms() => [.. StepForms.Keys.Select(key => new Choice(key, key))];

    public static IReadOnlyList<Choice> Papers(IStringLocalizer<DesignTexts> texts) => [.. PaperCodes.Select(code => new Choice(code, texts["Paper", code["mau-".Length..]]))];

    public static IReadOnlyList<Choice> Services(IStringLocalizer<DesignTexts> texts) => Of(texts, "Service", ServiceNames.All);

    public static IReadOnlyList<Choice> TimerKinds(IStringLocalizer<DesignTexts> texts) => Of(texts, "Timer", ["timeDuration", "timeDate", "timeCycle"]);

    public static IReadOnlyList<Choice> Actions(IStringLocalizer<DesignTexts> texts) => Of(texts, "Action", ["approve", "return", "ask_supplement", "forward", "reject"]);

    public static IReadOnlyList<Choice> FieldKinds(IStringLocalizer<DesignTexts> texts) => Of(texts, "FieldKind", ["Text", "LongText", "Number", "Money", "Select"]);

    public static IReadOnlyList<Choice> Policies(IStringLocalizer<DesignTexts> texts) => Of(texts, "Policy", ["unique", "first", "any", "collect"]);

    public static IReadOnlyList<Choice> Parts(IStringLocalizer<DesignTexts> texts) => Of(texts, "ConsultPart", ["Y", "X"]);

    public static IReadOnlyList<Choice> Silences(IStringLocalizer<DesignTexts> texts) => Of(texts, "ConsultSilence", ["escalates", "agreement"]);

    public static IReadOnlyList<Choice> PapersSent(IStringLocalizer<DesignTexts> texts) => Of(texts, "ConsultPapers", ["none", "all", "some"]);

    public static IReadOnlyList<Choice> Answerers(IStringLocalizer<DesignTexts> texts) => Of(texts, "ConsultAnswers", ["department_head", "agency_leader"]);

    private static Choice[] Of(IStringLocalizer<DesignTexts> texts, string area, IEnumerable<string> values) => [.. values.Select(value => new Choice(value, texts[$"{area}.{value}"]))];
}

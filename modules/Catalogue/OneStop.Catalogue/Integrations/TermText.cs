using Microsoft.Extensions.Localization;
using OneStop.Catalogue.Resources;
using OneStop.Kernel.Time;

namespace OneStop.Catalogue.Integrations;

internal static class TermText
{
    public static string Say(Term term, IStringLocalizer<CatalogueTexts> texts) => term is { Amount: 0, Unit: TermUnit.WorkingDays }
        ? texts["Term.SameDay"]
        : texts[$"Term.{term.Unit}", term.Amount];
}

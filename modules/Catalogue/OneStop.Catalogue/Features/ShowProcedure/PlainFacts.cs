using System.Globalization;
using Microsoft.Extensions.Localization;
using OneStop.Catalogue.Domain;
using OneStop.Catalogue.Integrations;
using OneStop.Catalogue.Resources;

namespace OneStop.Catalogue.Features.ShowProcedure;

// One thing said of all channels, or of those named.
internal sealed record PlainFact(string? Channels, string Text, string? Note = null);

// Says the table of channels in sentences: what is the same for every channel is said once.
internal static class PlainFacts
{
    public static IReadOnlyList<PlainFact> Terms(ProcedureView view, IStringLocalizer<CatalogueTexts> texts) =>
        Merge(view.Channels.Select(c => (c.Channel, Fact: new PlainFact(null, Term(c, texts), c.IsLongestCase ? c.Description : null))), texts["TermReason.not_published"], texts);

    public static IReadOnlyList<PlainFact> Fees(ProcedureView view, IStringLocalizer<CatalogueTexts> texts) =>
        Merge(view.Channels.SelectMany(c => c.Fees.Count == 0
            ? [(c.Channel, Fact: new PlainFact(null, texts["Fee.None"]))]
            : c.Fees.Select(f => (c.Channel, Fact: Fee(f, texts)))), texts["Fee.None"], texts);

    public static string Term(ChannelView channel, IStringLocalizer<CatalogueTexts> texts) =>
        channel is { Term: { } longest, IsLongestCase: true } ? texts["ShowProcedure.LongestCase", TermText.Say(longest, texts)]
        : channel.Term is { } term ? TermText.Say(term, texts) : texts[$"TermReason.{channel.TermReason ?? TermReasons.NotPublished}"];

    private static PlainFact Fee(FeeContent fee, IStringLocalizer<CatalogueTexts> texts)
    {
        if (fee.Amount == 0)
            return fee.Note is null ? new PlainFact(null, texts["Fee.Free"]) : new PlainFact(null, texts["Fee.Elsewhere"], fee.Note);
        var amount = fee.Amount.ToString("N0", CultureInfo.CurrentCulture);
        var text = fee.Currency == "USD" ? texts["Fee.Usd", amount] : texts["Fee.Vnd", amount];
        // "2.000 đồng /trang": a short note belongs to the amount.
        return fee.Note is { Length: <= 20 } unit && unit.StartsWith('/') ? new PlainFact(null, text + unit) : new PlainFact(null, text, fee.Note);
    }

    private static List<PlainFact> Merge(IEnumerable<(string Channel, PlainFact Fact)> facts, string nothing, IStringLocalizer<CatalogueTexts> texts)
    {
        var groups = facts.GroupBy(f => f.Fact, f => f.Channel).ToList();
        if (groups.Count == 0)
            return [new PlainFact(null, nothing)];
        if (groups.Count == 1)
            return [groups[0].Key];
        return [.. groups.Select(g => g.Key with { Channels = string.Join(", ", g.Distinct().Select(c => texts[$"Channel.{c}"].Value)) })];
    }
}

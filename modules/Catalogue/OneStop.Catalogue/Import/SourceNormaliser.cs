using System.Text.RegularExpressions;
using OneStop.Catalogue.Contracts;
using OneStop.Catalogue.Domain;

namespace OneStop.Catalogue.Import;

internal static partial class SourceNormaliser
{
    private const int LongestName = 2000;

    private static readonly Dictionary<string, string> ChannelCodes = new(StringComparer.Ordinal)
    {
        ["truc_tuyen"] = Channels.Online, ["truc_tiep"] = Channels.InPerson, ["buu_chinh"] = Channels.Post,
    };

    public static string? Problem(SourceProcedure s)
    {
        if (s.Code is null || !CodeForm().IsMatch(s.Code))
            return LineProblems.Code;
        if (PublishedText.Line(s.Name) is not { } name)
            return LineProblems.Name;
        if (name.Length > LongestName)
            return LineProblems.TooLong;
        if (PublishedText.Line(s.Field) is null)
            return LineProblems.Field;
        if (s.Levels is not { Length: > 0 } || !Array.TrueForAll(s.Levels, LevelCodes.All.Contains))
            return LineProblems.Level;
        if (s.Channels?.Any(c => c.Channel is null || !ChannelCodes.ContainsKey(c.Channel)) is true)
            return LineProblems.Channel;
        return s.Channels?.Any(c => c.Fees?.Any(f => f.Amount < 0) is true) is true ? LineProblems.Fee : null;
    }

    public static ProcedureContent Normalise(SourceProcedure s)
    {
        var steps = PublishedText.Clean(s.Steps);
        return new ProcedureContent
        {
            Code = s.Code!,
            Name = PublishedText.Line(s.Name)!,
            PlainName = PublishedText.Line(s.PlainName),
            Ministry = PublishedText.Line(s.Ministry) ?? "",
            Field = PublishedText.Line(s.Field)!,
            Decision = PublishedText.Line(s.Decision),
            Kind = PublishedText.Line(s.Kind),
            Levels = [.. s.Levels!.Distinct(StringComparer.Ordinal).OrderBy(l => Array.IndexOf(LevelCodes.All, l))],
            Audiences = [.. (s.Audiences ?? []).Select(AudienceCodes.Of).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Agencies = [.. (s.Agencies ?? []).Select(PublishedText.Line).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Authority = PublishedText.Line(s.Authority),
            Coordinating = PublishedText.Line(s.Coordinating),
            ReceivingAddress = PublishedText.Clean(s.ReceivingAddress),
            Steps = steps,
            Conditions = PublishedText.Clean(s.Conditions),
            Note = PublishedText.Clean(s.Note),
            Source = PublishedText.Line(s.Source),
            Channels = [.. (s.Channels ?? []).Select(c => Channel(c, steps))],
            Components = [.. ComponentReader.Read(s.Components ?? [])],
            Results = [.. (s.Results ?? []).Select(r => (Name: PublishedText.Line(r.Name), r.Code)).Where(r => r.Name is not null)
                .Select(r => new ResultContent(r.Name!, PublishedText.Line(r.Code))).Distinct()],
            LegalBases = [.. (s.LegalBases ?? []).Select(l => new LegalBasisContent(PublishedText.Line(l.Number), PublishedText.Line(l.Title)))
                .Where(l => l.Number is not null || l.Title is not null).Distinct()],
        };
    }

    private static ChannelContent Channel(SourceChannel c, string? steps)
    {
        var fees = (c.Fees ?? []).Select(f => new FeeContent(f.Amount, f.Currency is "USD" ? "USD" : "VND", PublishedText.Line(f.Note))).Distinct();
        return new ChannelContent(ChannelCodes[c.Channel!], TermReader.Read(c.Amount, c.Unit, c.Description, steps), PublishedText.Clean(c.Description), [.. fees]);
    }

    [GeneratedRegex(@"\A\d\.\d{6}\z")]
    private static partial Regex CodeForm();
}

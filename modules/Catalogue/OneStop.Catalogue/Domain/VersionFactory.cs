using OneStop.Catalogue.Contracts;

namespace OneStop.Catalogue.Domain;

internal static class VersionFactory
{
    // The two-level government's catalogue took force on this day; what was first imported later is treated as published then, so that
    // dossiers taken over from before the import find their text.
    private static readonly DateOnly FirstPublication = new(2025, 7, 1);

    public static DateOnly FirstDay(DateOnly today) => today < FirstPublication ? today : FirstPublication;

    public static ProcedureVersion Make(ProcedureContent c, Guid id, Guid procedureId, int number, DateOnly from) => new()
    {
        Id = id, ProcedureId = procedureId, Number = number, ValidFrom = from,
        Name = c.Name, PlainName = c.PlainName, Ministry = c.Ministry, FieldName = c.Field, Decision = c.Decision, Kind = c.Kind,
        Levels = ProcedureVersion.Join(c.Levels), Audiences = ProcedureVersion.Join(c.Audiences), Agencies = ProcedureVersion.Join(c.Agencies),
        Authority = c.Authority, Coordinating = c.Coordinating, ReceivingAddress = c.ReceivingAddress,
        Steps = c.Steps, Conditions = c.Conditions, Note = c.Note, Source = c.Source,
        Online = c.Channels.Any(x => x.Channel == Channels.Online),
        Channels = [.. c.Channels.Select((x, i) => Channel(x, id, i))],
        Components = [.. c.Components.Select((x, i) => new ProcedureComponent
        {
            VersionId = id, Position = i, Name = x.Name, Originals = x.Originals, Copies = x.Copies, HasForm = x.HasForm, FormFile = x.FormFile,
            CaseName = x.Group, Kind = x.Kind, Required = x.Required,
        })],
        Results = [.. c.Results.Select((x, i) => new ProcedureResult { VersionId = id, Position = i, Name = x.Name, Code = x.Code })],
        LegalBases = [.. c.LegalBases.Select((x, i) => new ProcedureLegalBasis { VersionId = id, Position = i, Number = x.Number, Title = x.Title })],
    };

    private static ProcedureChannel Channel(ChannelContent c, Guid versionId, int position) => new()
    {
        VersionId = versionId, Position = position, Channel = c.Channel, TermAmount = c.Term.Term?.Amount, TermUnit = c.Term.Term?.Unit,
        TermReason = c.Term.Reason, TermOrigin = c.Term.Origin, Description = c.Description,
        Fees = [.. c.Fees.Select((f, i) => new ProcedureFee
        {
            VersionId = versionId, ChannelPosition = position, Position = i, Amount = f.Amount, Currency = f.Currency, Note = f.Note,
        })],
    };
}

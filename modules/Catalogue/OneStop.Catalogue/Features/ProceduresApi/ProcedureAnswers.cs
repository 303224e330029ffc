using OneStop.Catalogue.Features.ShowProcedure;

namespace OneStop.Catalogue.Features.ProceduresApi;

// Level holds the codes xa, huyen, tinh, bo, khac, nearest first, separated by commas.
internal sealed record ProcedureListItem(string Code, string Name, string Level, string Field, string? PlainName, bool Online);

internal sealed record ProcedureListAnswer(IReadOnlyList<ProcedureListItem> Items, int Total, string? Next);

internal sealed record ProcedureAnswer(
    string Code, string Name, string? PlainName, string Level, string Field, string Ministry, string? Decision, DateOnly ValidFrom, bool Closed, string? ClosedReason,
    IReadOnlyList<string> Audiences, IReadOnlyList<string> Agencies, IReadOnlyList<ChannelAnswer> Channels, IReadOnlyList<ComponentAnswer> Components,
    IReadOnlyList<ResultAnswer> Results, IReadOnlyList<LegalBasisAnswer> LegalBases, string? Steps, string? Conditions, string? Note)
{
    public static ProcedureAnswer From(ProcedureView p) => new(
        p.Code, p.Name, p.PlainName, string.Join(',', p.Levels), p.Field, p.Ministry, p.Decision, p.ValidFrom, p.ClosedReason is not null, p.ClosedReason?.ToString(),
        p.Audiences, p.Agencies,
        [.. p.Channels.Select(c => new ChannelAnswer(c.Channel, c.Term?.Amount, c.Term?.Unit.ToString(), c.TermReason, c.Description,
            [.. c.Fees.Select(f => new FeeAnswer(f.Amount, f.Currency, f.SetElsewhere, f.Note))]))],
        [.. p.Components.Select(c => new ComponentAnswer(c.Name, c.Kind, c.Originals, c.Copies, c.Required, c.HasForm, c.Case))],
        [.. p.Results.Select(r => new ResultAnswer(r.Code, r.Name))],
        [.. p.LegalBases.Select(l => new LegalBasisAnswer(l.Number, l.Title))],
        p.Steps, p.Conditions, p.Note);
}

// A term without amount has the reason why it cannot be computed with.
internal sealed record ChannelAnswer(
    string Channel, decimal? TermAmount, string? TermUnit, string? TermReason, string? Description, IReadOnlyList<FeeAnswer> Fees);

internal sealed record FeeAnswer(decimal Amount, string Currency, bool SetElsewhere, string? Note);

internal sealed record ComponentAnswer(string Name, string Kind, int Originals, int Copies, bool Required, bool HasForm, string? Case);

internal sealed record ResultAnswer(string? Code, string Name);

internal sealed record LegalBasisAnswer(string? Number, string? Title);

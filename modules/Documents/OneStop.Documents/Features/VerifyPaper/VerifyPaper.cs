using Microsoft.EntityFrameworkCore;
using OneStop.Documents.Contracts;
using OneStop.Documents.Data;
using OneStop.Documents.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Documents.Features.VerifyPaper;

[OpenToAll]
internal sealed record VerifyPaper(string? Code) : IQuery<PaperFacts>;

internal sealed record PaperFacts(
    string Code, string Title, string Number, string AgencyName, string MaskedDossierCode, DateTimeOffset IssuedAt, PaperStatus Status, DateTimeOffset? EndedAt,
    string? Reason, string? ReplacedBy, string Sha256);

internal sealed class VerifyPaperHandler(DocumentsDbContext context) : IHandler<VerifyPaper, PaperFacts>
{
    public async Task<Result<PaperFacts>> Handle(VerifyPaper request, CancellationToken cancellationToken)
    {
        if (PaperCode.Read(request.Code) is not { } code)
            return Error.Invalid(PaperErrors.CodeMalformed, nameof(request.Code));
        var paper = await context.Papers.AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, cancellationToken);
        return paper is null ? Error.NotFound(PaperErrors.Unknown) : FactsOf(paper);
    }

    internal static PaperFacts FactsOf(IssuedPaper paper) => new(
        paper.Code, paper.Title, paper.Number, paper.AgencyName, Masked(paper.DossierCode), paper.IssuedAt, paper.Status, paper.EndedAt, paper.Reason, paper.ReplacedBy,
        paper.Sha256);

    // Whoever holds the paper reads the number there; to others it must not be a key for tracking.
    internal static string Masked(string code) => code.Length <= 6 ? new string('•', code.Length) : string.Concat(code.AsSpan(0, code.Length - 4), "••", code.AsSpan(code.Length - 2));
}

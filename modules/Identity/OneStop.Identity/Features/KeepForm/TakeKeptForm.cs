using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.KeepForm;

// Given back once, to the page it was typed into.
[OpenToAll]
internal sealed record TakeKeptForm(string SecretHash, string Path) : ICommand<TakenForm>;

internal sealed record TakenForm(string? SealedFields);

internal sealed class TakeKeptFormHandler(IdentityDbContext context, TimeProvider time) : IHandler<TakeKeptForm, TakenForm>
{
    public async Task<Result<TakenForm>> Handle(TakeKeptForm request, CancellationToken cancellationToken)
    {
        var kept = await context.Set<KeptForm>().FirstOrDefaultAsync(f => f.SecretHash == request.SecretHash && f.Path == request.Path, cancellationToken);
        if (kept is null || kept.ExpiresAt < time.GetUtcNow())
            return new TakenForm(null);
        context.Remove(kept);
        return new TakenForm(kept.SealedFields);
    }
}

using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Data;
using OneStop.Identity.Domain;
using OneStop.Kernel.Data;
using OneStop.Kernel.Requests;
using OneStop.Kernel.Results;

namespace OneStop.Identity.Features.KeepForm;

// Nobody is signed in: whoever holds the secret gets it back, sealed with that secret.
[OpenToAll]
internal sealed record KeepForm(string SecretHash, string Path, string SealedFields) : ICommand;

internal sealed class KeepFormHandler(IdentityDbContext context, TimeProvider time) : IHandler<KeepForm, Done>
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public async Task<Result<Done>> Handle(KeepForm request, CancellationToken cancellationToken)
    {
        if (request.Path.Length > KeptForm.PathLength)
            return Error.Invalid(CommonErrors.TooLong, nameof(KeepForm.Path), KeptForm.PathLength);
        var now = time.GetUtcNow();
        await context.Set<KeptForm>().Where(f => f.ExpiresAt < now || f.SecretHash == request.SecretHash).ExecuteDeleteAsync(cancellationToken);
        context.Add(new KeptForm
        {
            Id = EntityId.New(now), SecretHash = request.SecretHash, Path = request.Path, SealedFields = request.SealedFields, ExpiresAt = now + Life,
        });
        return Done.Value;
    }
}

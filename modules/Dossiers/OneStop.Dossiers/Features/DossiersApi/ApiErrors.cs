namespace OneStop.Dossiers.Features.DossiersApi;

internal static class ApiErrors
{
    public const string KeyMissing = "api.idempotency_key_missing";
}

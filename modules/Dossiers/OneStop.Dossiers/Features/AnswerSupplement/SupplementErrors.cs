namespace OneStop.Dossiers.Features.AnswerSupplement;

internal static class SupplementErrors
{
    public const string NothingAdded = "supplement.nothing_added";
}

using OneStop.Dossiers.Domain;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;

namespace OneStop.Dossiers.Features.UploadFile;

internal static class UploadErrors
{
    public const string Empty = "upload.empty";
    public const string TooLarge = "upload.too_large";
    public const string UnknownType = "upload.unknown_type";
    public const string Disguised = "upload.disguised";
    public const string Infected = "upload.infected";
    public const string NotScanned = "upload.not_scanned";
    public const string NoFile = "upload.no_file";
    public const string Stale = "upload.stale_page";

    private static readonly Dictionary<string, Error> Known = new[]
    {
        Error.Invalid(Empty), Error.Invalid(TooLarge), Error.Invalid(UnknownType), Error.Invalid(Disguised), Error.Invalid(Infected), Error.Invalid(NotScanned),
        Error.Invalid(NoFile), Error.Invalid(Stale), Error.Invalid(DossierErrors.DraftOnly), Error.Invalid(DossierErrors.UnknownComponent),
        Error.Invalid(DossierErrors.TooManyFiles, null, DossierFile.MaxPerDossier), Error.Invalid(CommonErrors.TryAgainLater),
    }.ToDictionary(e => e.Code, StringComparer.Ordinal);

    // The code comes back in the address after a plain form; only codes we know are said.
    public static string? Describe(string? code, IErrorTexts texts) => code is null ? null : texts.Describe(Known.GetValueOrDefault(code) ?? Error.Unavailable(CommonErrors.TryAgainLater));
}

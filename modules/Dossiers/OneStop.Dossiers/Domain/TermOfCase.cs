using System.Globalization;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Domain;

// The term that a clerk found in the law for the case of one dossier, where its procedure gives none that holds for all. As typed.
internal sealed record TermOfCase(string? TermAmount, TermUnit TermUnit, string? TermBasis)
{
    public const int BasisLength = 300;

    public static readonly Error Unsound = Error.Invalid(DossierErrors.TermUnsound, nameof(TermAmount));

    public bool IsEmpty => string.IsNullOrWhiteSpace(TermAmount);

    public Result<Term> Read()
    {
        List<Error> errors = [];
        if (!decimal.TryParse(TermAmount?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            || amount < 0 || amount > Most || (TermUnit is TermUnit.CalendarDays or TermUnit.Months && amount != decimal.Truncate(amount)))
            errors.Add(Unsound);
        if (string.IsNullOrWhiteSpace(TermBasis))
            errors.Add(Error.Invalid(DossierErrors.TermBasisMissing, nameof(TermBasis)));
        else if (TermBasis.Trim().Length > BasisLength)
            errors.Add(Error.Invalid(CommonErrors.TooLong, nameof(TermBasis), BasisLength));
        return errors.Count > 0 ? errors : new Term(amount, TermUnit);
    }

    // Two years: no published term is longer, and a slip of the hand soon is.
    private decimal Most => TermUnit switch
    {
        TermUnit.WorkingHours => 4000,
        TermUnit.WorkingDays => 500,
        TermUnit.CalendarDays => 730,
        _ => 24,
    };
}

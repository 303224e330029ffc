namespace OneStop.Identity.Domain;

internal static class IdentityErrors
{
    public const string CitizenNumberDigits = "identity.citizen_number_digits";
    public const string CitizenNumberProvince = "identity.citizen_number_province";
    public const string CitizenNumberCentury = "identity.citizen_number_century";
    public const string CitizenNumberBirthYear = "identity.citizen_number_birth_year";
    public const string NameRequired = "identity.name_required";
    public const string EmailRequired = "identity.email_required";
    public const string EmailInvalid = "identity.email_invalid";
    public const string PhoneInvalid = "identity.phone_invalid";
    public const string BirthDateInvalid = "identity.birth_date_invalid";
    public const string BirthDateFuture = "identity.birth_date_future";
    public const string PasswordRequired = "identity.password_required";
    public const string PasswordTooShort = "identity.password_too_short";
    public const string PasswordTooLong = "identity.password_too_long";
    public const string PasswordNeedsLetterAndDigit = "identity.password_needs_letter_and_digit";
    public const string PasswordTooCommon = "identity.password_too_common";
    public const string PasswordHoldsPersonalFact = "identity.password_holds_personal_fact";
    public const string PasswordUsedBefore = "identity.password_used_before";
    public const string PasswordsDiffer = "identity.passwords_differ";
    public const string WrongPassword = "identity.wrong_password";
    public const string TermsNotAccepted = "identity.terms_not_accepted";
    public const string LinkExpired = "identity.link_expired";
    public const string WrongCode = "identity.wrong_code";
    public const string UnknownAccount = "identity.unknown_account";
    public const string NotYourself = "identity.not_yourself";
    public const string ReasonRequired = "identity.reason_required";
}

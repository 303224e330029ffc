namespace OneStop.Dossiers.Forms;

internal static class FormErrors
{
    public const string Required = "form.required";
    public const string ChooseOne = "form.choose_one";
    public const string DirectionOverride = "form.direction_override";
    public const string TooLong = "form.too_long";
    public const string NotANumber = "form.not_a_number";
    public const string NotAnAmount = "form.not_an_amount";
    public const string NotADate = "form.not_a_date";
    public const string DateInFuture = "form.date_in_future";
    public const string DateTooOld = "form.date_too_old";
    public const string NotAPhone = "form.not_a_phone";
    public const string NotAnEmail = "form.not_an_email";
    public const string WrongPattern = "form.wrong_pattern";
    public const string UnknownOption = "form.unknown_option";
    public const string UnknownPlace = "form.unknown_place";
    public const string TooMuchText = "form.too_much_text";
}

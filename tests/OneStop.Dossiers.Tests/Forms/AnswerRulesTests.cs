using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Forms;
using OneStop.Dossiers.Tests.Citizen;

namespace OneStop.Dossiers.Tests.Forms;

public class AnswerRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private readonly AnswerRules rules = new(new FilingNumbers());

    [Theory]
    [InlineData("0912 345 678", "0912345678")]
    [InlineData("+84 912.345.678", "0912345678")]
    [InlineData("84912345678", "0912345678")]
    [InlineData("(024) 3829-0001", "02438290001")]
    [InlineData("0112345678", null)]
    [InlineData("091234567", null)]
    [InlineData("số của tôi", null)]
    public void Phone_AsPeopleWriteIt_BecomesDigitsOrAnError(string typed, string? stored) => Check(FormFieldKind.Phone, typed, stored, FormErrors.NotAPhone);

    [Theory]
    [InlineData("5/1/1990", "1990-01-05")]
    [InlineData("05011990", "1990-01-05")]
    [InlineData("1990-01-05", "1990-01-05")]
    [InlineData("31/02/1990", null)]
    [InlineData("hôm qua", null)]
    public void Date_AsPeopleWriteIt_BecomesIsoOrAnError(string typed, string? stored) => Check(FormFieldKind.Date, typed, stored, FormErrors.NotADate);

    [Fact]
    public void Date_InTheFuture_IsRefusedOnlyWhereItMustNotBe()
    {
        Check(FormFieldKind.Date, "03/03/2026", "2026-03-03", "");
        Check(FormFieldKind.Date, "03/03/2026", null, FormErrors.DateInFuture, f => f with { NotInFuture = true });
        Check(FormFieldKind.Date, "02/03/2026", "2026-03-02", "", f => f with { NotInFuture = true });
        Check(FormFieldKind.Date, "01/01/1850", null, FormErrors.DateTooOld);
    }

    [Theory]
    [InlineData("an@example.vn", "an@example.vn")]
    [InlineData("an@example", null)]
    [InlineData("An <an@example.vn>", null)]
    [InlineData("an example.vn", null)]
    public void Email_IsOneAddress(string typed, string? stored) => Check(FormFieldKind.Email, typed, stored, FormErrors.NotAnEmail);

    [Theory]
    [InlineData("1.500.000", "1500000")]
    [InlineData("007", "7")]
    [InlineData("0", "0")]
    [InlineData("-5", null)]
    [InlineData("1e9", null)]
    [InlineData("12345678901234567890", null)]
    public void Money_TakesDigitsWithDots(string typed, string? stored) => Check(FormFieldKind.Money, typed, stored, FormErrors.NotAnAmount);

    [Fact]
    public void Choice_OutsideTheOptions_IsRefused()
    {
        FormField WithOptions(FormField f) => f with { Options = [new FormOption("yes", new("Có", "Yes"))] };
        Check(FormFieldKind.Radio, "yes", "yes", "", WithOptions);
        Check(FormFieldKind.Select, "khac", null, FormErrors.UnknownOption, WithOptions);
    }

    [Fact]
    public void Place_NotInTheProvince_IsRefused()
    {
        Check(FormFieldKind.Place, "00001", "00001", "");
        Check(FormFieldKind.Place, "99999", null, FormErrors.UnknownPlace);
    }

    [Fact]
    public void Pattern_MatchesTheWholeAnswer()
    {
        Check(FormFieldKind.Text, "08:30", "08:30", "", f => f with { Pattern = "[0-9]{2}:[0-9]{2}" });
        Check(FormFieldKind.Text, "x08:30", null, FormErrors.WrongPattern, f => f with { Pattern = "[0-9]{2}:[0-9]{2}" });
    }

    [Fact]
    public void Pattern_ThatWouldBacktrackForEver_IsAnsweredAtOnce() =>
        Check(FormFieldKind.Text, new string('a', 400), null, FormErrors.WrongPattern, f => f with { Pattern = "(a+)+b" });

    [Fact]
    public void CitizenNumber_IsComparedWithTheBirthDateBesideIt()
    {
        var field = Field(FormFieldKind.CitizenNumber) with { Key = "mother_number" };

        var agrees = rules.Check(field, "001 190 012 345", new Dictionary<string, string> { ["mother_birth_date"] = "05/01/1990" }, Today, _ => true);
        var differs = rules.Check(field, "001190012345", new Dictionary<string, string> { ["mother_birth_date"] = "05/01/1985" }, Today, _ => true);

        Assert.Equal("001190012345", agrees.Value);
        Assert.Null(agrees.Error);
        Assert.Equal(FilingNumbers.Wrong, differs.Error!.Code);
    }

    [Fact]
    public void Required_Empty_IsToldAndOptionalIsNot()
    {
        Check(FormFieldKind.Text, " \0 ", null, FormErrors.Required, f => f with { Required = true });
        Check(FormFieldKind.Radio, "", null, FormErrors.ChooseOne, f => f with { Required = true });
        Check(FormFieldKind.Text, "", "", "");
    }

    private void Check(FormFieldKind kind, string typed, string? stored, string code, Func<FormField, FormField>? with = null)
    {
        var field = with?.Invoke(Field(kind)) ?? Field(kind);

        var answer = rules.Check(field, typed, new Dictionary<string, string>(), Today, place => place == "00001");

        if (stored is null)
            Assert.Equal(code, answer.Error?.Code);
        else
            Assert.Equal((stored, null), (answer.Value, answer.Error?.Code));
    }

    private static FormField Field(FormFieldKind kind) => new("field", kind, new("Câu hỏi", "Question"));
}

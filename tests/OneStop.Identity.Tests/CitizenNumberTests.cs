using OneStop.Identity.Domain;

namespace OneStop.Identity.Tests;

public class CitizenNumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    // NĐ 137/2015/NĐ-CP art. 13: province, century and sex, year, six digits.
    [Theory]
    [InlineData("001090004321", "1990-03-12", null)]
    [InlineData("001190004321", "1990-03-12", null)]
    [InlineData("079200004321", "2000-01-01", null)]
    [InlineData("079326004321", "2026-11-01", null)]
    [InlineData("096085000001", "1985-12-31", null)]
    [InlineData("101190004321", "1990-03-12", null)]
    [InlineData("001090004321", null, null)]
    [InlineData("00109000432", "1990-03-12", IdentityErrors.CitizenNumberDigits)]
    [InlineData("0010900043210", "1990-03-12", IdentityErrors.CitizenNumberDigits)]
    [InlineData("00109000432a", "1990-03-12", IdentityErrors.CitizenNumberDigits)]
    [InlineData("٠٠١٠٩٠٠٠٤٣٢١", "1990-03-12", IdentityErrors.CitizenNumberDigits)]
    [InlineData("", "1990-03-12", IdentityErrors.CitizenNumberDigits)]
    [InlineData(null, "1990-03-12", IdentityErrors.CitizenNumberDigits)]
    [InlineData("000090004321", "1990-03-12", IdentityErrors.CitizenNumberProvince)]
    [InlineData("003090004321", "1990-03-12", IdentityErrors.CitizenNumberProvince)]
    [InlineData("097090004321", "1990-03-12", IdentityErrors.CitizenNumberProvince)]
    [InlineData("900090004321", "1990-03-12", IdentityErrors.CitizenNumberProvince)]
    [InlineData("001290004321", "1990-03-12", IdentityErrors.CitizenNumberCentury)]
    [InlineData("001090004321", "2090-03-12", IdentityErrors.CitizenNumberCentury)]
    [InlineData("001227004321", null, IdentityErrors.CitizenNumberCentury)]
    [InlineData("001490004321", null, IdentityErrors.CitizenNumberCentury)]
    [InlineData("001091004321", "1990-03-12", IdentityErrors.CitizenNumberBirthYear)]
    public void Check_AgainstTheDecree(string? number, string? birthDate, string? expected) =>
        Assert.Equal(expected, CitizenNumber.Check(number, birthDate is null ? null : DateOnly.Parse(birthDate, System.Globalization.CultureInfo.InvariantCulture), Today));
}

public class PhoneNumberTests
{
    [Theory]
    [InlineData("0912 345 678", "0912345678")]
    [InlineData("+84 912.345.678", "0912345678")]
    [InlineData("024-3825-1234", "02438251234")]
    [InlineData("912345678", null)]
    [InlineData("0012345678", null)]
    [InlineData("09123456789012", null)]
    [InlineData("09123x5678", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Normalise_KeepsTheNationalForm(string? typed, string? kept) => Assert.Equal(kept, PhoneNumber.Normalise(typed));
}

public class PasswordPolicyTests
{
    [Theory]
    [InlineData("ngắn1", IdentityErrors.PasswordTooShort)]
    [InlineData("khongcosonao", IdentityErrors.PasswordNeedsLetterAndDigit)]
    [InlineData("8675309867530", IdentityErrors.PasswordNeedsLetterAndDigit)]
    [InlineData("MatKhau123", IdentityErrors.PasswordTooCommon)]
    [InlineData("aaaaaaaaa1", IdentityErrors.PasswordTooCommon)]
    [InlineData("xinchaoNguyenVanAn9", IdentityErrors.PasswordHoldsPersonalFact)]
    [InlineData("mai-0912345678", IdentityErrors.PasswordHoldsPersonalFact)]
    public void Check_WeakPassword_NamesWhatIsWrong(string password, string expected) =>
        Assert.Contains(expected, PasswordPolicy.Check(password, ["Nguyễn Văn An", "0912345678"]));

    [Theory]
    [InlineData("con mèo ngủ 7 ngày")]
    [InlineData("OneStop#2026")]
    public void Check_GoodPassword_FindsNothing(string password) => Assert.Empty(PasswordPolicy.Check(password, ["Nguyễn Văn An", null]));
}

public class ReturnUrlTests
{
    [Theory]
    [InlineData("/ho-so/moi?thu-tuc=1.001193", "/ho-so/moi?thu-tuc=1.001193")]
    [InlineData("/", "/")]
    [InlineData("//ke-xau.example", null)]
    [InlineData("/\\ke-xau.example", null)]
    [InlineData("https://ke-xau.example/", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("/a\r\nSet-Cookie: x=1", null)]
    [InlineData("/dang-xuat", null)]
    [InlineData("/dang-nhap?returnUrl=/", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Local_OnlyAddressesOfThisSite(string? given, string? kept) => Assert.Equal(kept, IdentityUrls.Local(given));
}

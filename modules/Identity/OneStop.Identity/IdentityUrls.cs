namespace OneStop.Identity;

internal static class IdentityUrls
{
    public const string SignIn = "/dang-nhap";
    public const string StaffSignIn = "/can-bo";
    public const string SecondFactor = "/dang-nhap/ma-xac-thuc";
    public const string SignOut = "/dang-xuat";
    public const string Register = "/dang-ky";
    public const string Registered = "/dang-ky/da-gui";
    public const string ConfirmEmail = "/xac-nhan-email";
    public const string ForgotPassword = "/quen-mat-khau";
    public const string ForgotPasswordSent = "/quen-mat-khau/da-gui";
    public const string ResetPassword = "/dat-lai-mat-khau";
    public const string Profile = "/tai-khoan";
    public const string EditProfile = "/tai-khoan/thong-tin";
    public const string ChangePassword = "/tai-khoan/mat-khau";
    public const string TwoFactor = "/tai-khoan/hai-lop";
    public const string SignOutEverywhere = "/tai-khoan/dang-xuat-moi-noi";
    public const string Accounts = "/quan-tri/tai-khoan";
    public const string Account = "/quan-tri/tai-khoan/{AccountId:guid}";

    public const string CitizenHome = "/";

    public static string AccountOf(Guid id) => $"/quan-tri/tai-khoan/{id}";

    public static string ConfirmEmailLink(Guid id, string token) => $"{ConfirmEmail}?tai-khoan={id}&ma={token}";

    public static string ResetPasswordLink(Guid id, string token) => $"{ResetPassword}?tai-khoan={id}&ma={token}";

    public static string WithReturn(string url, string? returnUrl) =>
        Local(returnUrl) is { } local ? $"{url}?returnUrl={Uri.EscapeDataString(local)}" : url;

    // Only an address of this site, and not one of those that end the session; everything else is nothing.
    public static string? Local(string? returnUrl)
    {
        if (string.IsNullOrEmpty(returnUrl) || returnUrl.Length > 2000 || returnUrl[0] != '/' || returnUrl.Any(char.IsControl))
            return null;
        if (returnUrl.Length > 1 && returnUrl[1] is '/' or '\\')
            return null;
        return returnUrl.StartsWith(SignOut, StringComparison.Ordinal) || returnUrl.StartsWith(SignIn, StringComparison.Ordinal) ? null : returnUrl;
    }
}

using System.Net.Mail;
using FluentValidation;
using OneStop.Identity.Domain;

namespace OneStop.Identity.Features;

internal static class EmailAddressRule
{
    public static IRuleBuilderOptions<T, string?> EmailAddressOfOurs<T>(this IRuleBuilderInitial<T, string?> rule) =>
        rule.Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode(IdentityErrors.EmailRequired).Must(IsAddress).WithErrorCode(IdentityErrors.EmailInvalid);

    private static bool IsAddress(string? text)
    {
        var trimmed = text!.Trim();
        return trimmed.Length <= 254 && !trimmed.Any(char.IsControl) && MailAddress.TryCreate(trimmed, out var address)
            && address.Address == trimmed && address.Host.Contains('.', StringComparison.Ordinal);
    }
}

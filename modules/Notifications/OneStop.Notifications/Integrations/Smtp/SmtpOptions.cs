using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OneStop.Notifications.Integrations.Smtp;

/// <summary>Section Notifications:Smtp.</summary>
internal sealed class SmtpOptions
{
    public const string Section = "Notifications:Smtp";

    /// <summary>Empty in Development: messages go to the test mailbox inside the app.</summary>
    public string Host { get; set; } = string.Empty;

    public int Port { get; set; } = 587;

    /// <summary>Asks for STARTTLS; a server without it is refused.</summary>
    public bool Encrypt { get; set; } = true;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = string.Empty;

    /// <summary>Seconds one message may take.</summary>
    public int TimeoutSeconds { get; set; } = 25;
}

/// <summary>Outside Development a host that cannot send mail does not start.</summary>
internal sealed class SmtpOptionsCheck(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<SmtpOptions>
{
    public const string PublicAddressSetting = "Public:Address";

    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        if (environment.IsDevelopment() || environment.IsEnvironment("Testing"))
        {
            return ValidateOptionsResult.Success;
        }

        if (string.IsNullOrWhiteSpace(options.Host))
        {
            return ValidateOptionsResult.Fail($"{SmtpOptions.Section}:Host is not set: name the mail server.");
        }

        if (string.IsNullOrWhiteSpace(options.From))
        {
            return ValidateOptionsResult.Fail($"{SmtpOptions.Section}:From is not set: name the address messages come from.");
        }

        return Uri.TryCreate(configuration[PublicAddressSetting], UriKind.Absolute, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{PublicAddressSetting} is not set: name the address under which citizens open this site, such as https://dichvucong.example.vn.");
    }
}

using System.ComponentModel.DataAnnotations;

namespace OneStop.Identity;

// Settings under Identity.
internal sealed class IdentityModuleOptions
{
    // Wrong passwords in a row before the account rests.
    [Range(3, 20)]
    public int WrongPasswordsBeforeLock { get; set; } = 5;

    [Range(1, 1440)]
    public int LockMinutes { get; set; } = 15;

    // Posts to the sign-in, registration and password pages that one address may make in a minute.
    [Range(1, 10_000)]
    public int PostsPerMinute { get; set; } = 60;

    // How soon a sign-out everywhere, a lock or a change of posts reaches pages that are already open.
    [Range(0, 3600)]
    public int RecheckSeconds { get; set; } = 30;

    [Range(5, 1440)]
    public int SessionMinutes { get; set; } = 120;

    // TT 12/2022/TT-BTTTT, level 3: administrators prove a second factor. Null means everywhere but in Development.
    public bool? TwoFactorForAdministrators { get; set; }
}

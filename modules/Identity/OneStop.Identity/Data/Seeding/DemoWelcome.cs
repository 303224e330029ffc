using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Modules;

namespace OneStop.Identity.Data.Seeding;

// The few accounts a newcomer tries first; docs/demo-accounts.md has them all.
internal sealed class DemoWelcome(IServiceScopeFactory scopes) : IWelcomeLines
{
    private static readonly (string SignInName, string What)[] First =
    [
        ("congdan@demo.example", "citizen: files and follows dossiers"),
        ("motcua.trucbach", "desk of the ward: accepts dossiers, returns results"),
        ("chuyenvien-van-hoa-xa-hoi.trucbach", "officer of the ward"),
        ("chutich.trucbach", "chairman of the ward: signs"),
        ("motcua.quan-badinh", "desk of the district"),
        ("chuyenvien-ldtbxh.quan-badinh", "officer of the district's department"),
        ("lanhdao-ldtbxh.quan-badinh", "head of the district's department"),
        ("chuyenvien-bao-tro-xa-hoi.so-ldtbxh", "officer of the provincial department"),
        ("giamdoc.so-ldtbxh", "director of the provincial department: signs"),
        ("vanthu.so-ldtbxh", "records clerk: numbers and issues"),
        ("nghiepvu.tp", "processes and catalogue"),
        ("hethong.tp", "system administrator"),
    ];

    public IEnumerable<string> Lines
    {
        get
        {
            using var scope = scopes.CreateScope();
            var known = scope.ServiceProvider.GetRequiredService<IdentityDbContext>().Accounts.AsNoTracking()
                .Where(a => a.IsDemo).Select(a => a.UserName!).ToHashSet();
            var shown = First.Where(a => known.Contains(a.SignInName)).ToArray();
            return shown.Length == 0
                ? []
                : [$"Accounts (password {DemoAccountFactory.Password}; all of them: docs/demo-accounts.md):", .. shown.Select(a => $"  {a.SignInName,-40} {a.What}")];
        }
    }
}

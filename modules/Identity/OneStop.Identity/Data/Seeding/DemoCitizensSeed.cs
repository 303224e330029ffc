using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Domain;
using OneStop.Kernel.Modules;

namespace OneStop.Identity.Data.Seeding;

internal sealed class DemoCitizensSeed(IdentityDbContext context, DemoAccountFactory demo) : IDemoSeed
{
    public static readonly IReadOnlyList<(string Email, string Name, string Number, DateOnly BirthDate, string Phone, string Address)> People =
    [
        ("congdan@demo.example", "Nguyễn Văn An", "001090004321", new DateOnly(1990, 3, 12), "0912345678", "Số 12 phố Trấn Vũ, Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội"),
        ("congdan2@demo.example", "Trần Thị Bình", "001185007654", new DateOnly(1985, 7, 20), "0987654321", "Số 5 ngõ 34, Thị trấn Đông Anh, Huyện Đông Anh, Thành phố Hà Nội"),
    ];

    public int Order => 200;

    public async Task SeedAsync(SeedOptions options, IProgress<(string What, double Share)> progress, CancellationToken cancellationToken)
    {
        if (!options.Accounts || await context.Accounts.AnyAsync(a => a.Kind == AccountKind.Citizen, cancellationToken))
            return;

        foreach (var (email, name, number, birthDate, phone, address) in People)
            context.Accounts.Add(demo.Citizen(email, name, number, birthDate, phone, address));
        await context.SaveChangesAsync(cancellationToken);
        progress.Report(("Citizens", 1));
    }
}

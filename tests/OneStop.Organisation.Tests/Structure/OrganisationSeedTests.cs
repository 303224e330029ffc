using Microsoft.EntityFrameworkCore;

namespace OneStop.Organisation.Tests.Structure;

public class OrganisationSeedTests(SeededProvince hanoi) : IClassFixture<SeededProvince>
{
    [Fact]
    public async Task Seed_HaNoi_HasItsUnitsAndOneAgencyForEach()
    {
        Assert.Equal(1, await hanoi.ReadAsync(c => c.Units.CountAsync(u => u.LevelCode == "tinh")));
        Assert.Equal(30, await hanoi.ReadAsync(c => c.Units.CountAsync(u => u.LevelCode == "huyen")));
        Assert.Equal(526, await hanoi.ReadAsync(c => c.Units.CountAsync(u => u.LevelCode == "xa")));
        Assert.Equal(30, await hanoi.ReadAsync(c => c.Agencies.CountAsync(a => a.Kind == "ubnd_huyen")));
        Assert.Equal(526, await hanoi.ReadAsync(c => c.Agencies.CountAsync(a => a.Kind == "ubnd_xa")));
        Assert.Equal("/H26/", await hanoi.ReadAsync(c => c.Agencies.Where(a => a.Kind == "ubnd_tinh").Select(a => a.Path).SingleAsync()));
    }

    [Fact]
    public async Task Seed_HaNoi_GivesEveryAgencyADeskAndPosts()
    {
        Assert.Equal(0, await hanoi.ReadAsync(c => c.Agencies.CountAsync(a => !c.Departments.Any(d => d.AgencyId == a.Id && d.Group == "one_stop"))));
        Assert.Equal(0, await hanoi.ReadAsync(c => c.Departments.CountAsync(d => !c.Posts.Any(p => p.DepartmentId == d.Id))));
    }

    [Fact]
    public async Task Seed_HaNoi_NumbersAgenciesWithinTheAgencyAbove()
    {
        var codes = await hanoi.ReadAsync(c => c.Agencies.Select(a => a.Code).ToListAsync());

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches(@"^H26(\.\d\d){0,2}$", code));
    }

    [Fact]
    public async Task Seed_Twice_ChangesNothing()
    {
        var before = await hanoi.ReadAsync(c => c.Posts.CountAsync());

        await hanoi.SeedAsync();

        Assert.Equal(before, await hanoi.ReadAsync(c => c.Posts.CountAsync()));
        Assert.Equal(56, await hanoi.ReadAsync(c => c.Holidays.CountAsync()));
    }
}

public class AnotherProvinceTests(SeededHaiPhong haiPhong) : IClassFixture<SeededHaiPhong>
{
    [Fact]
    public async Task Seed_HaiPhong_IsOneOptionAway()
    {
        Assert.Equal("H24", await haiPhong.ReadAsync(c => c.Agencies.Where(a => a.Kind == "ubnd_tinh").Select(a => a.Code).SingleAsync()));
        Assert.Equal(15, await haiPhong.ReadAsync(c => c.Units.CountAsync(u => u.LevelCode == "huyen")));
        Assert.Equal("Ủy ban nhân dân thành phố Hải Phòng", await haiPhong.ReadAsync(c => c.Agencies.Where(a => a.Code == "H24").Select(a => a.Name).SingleAsync()));
    }
}

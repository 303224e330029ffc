using Microsoft.EntityFrameworkCore;
using OneStop.Identity.Contracts;
using OneStop.Organisation.Contracts;

namespace OneStop.Organisation.Tests.Structure;

public class OrganisationDirectoryTests(SeededProvince hanoi) : IClassFixture<SeededProvince>
{
    private const string TrucBach = "00004";
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("xa", "Hộ tịch", "Ủy ban nhân dân phường Trúc Bạch")]
    [InlineData("huyen", "Bảo trợ xã hội", "Ủy ban nhân dân quận Ba Đình")]
    [InlineData("tinh", "Bảo trợ xã hội", "Sở Lao động - Thương binh và Xã hội thành phố Hà Nội")]
    [InlineData("tinh", "Đất đai", "Chi nhánh Văn phòng Đăng ký đất đai quận Ba Đình")]
    [InlineData("tinh", "Lý lịch tư pháp", "Công an thành phố Hà Nội")]
    [InlineData("tinh", "Một lĩnh vực chưa ai biết", "Ủy ban nhân dân thành phố Hà Nội")]
    [InlineData("xa", "Một lĩnh vực chưa ai biết", "Ủy ban nhân dân phường Trúc Bạch")]
    public async Task CompetentAgency_ForLevelAndField_IsTheOneOfThePlace(string level, string field, string expected) =>
        await hanoi.AskAsync<IOrganisationDirectory>(async directory =>
            Assert.Equal(expected, (await directory.CompetentAgencyAsync(level, field, TrucBach, Today, default))?.Name));

    [Theory]
    [InlineData("xa", "001")]
    [InlineData("xa", "99999")]
    [InlineData("bo", TrucBach)]
    public async Task CompetentAgency_WhenNobodyIsCompetent_IsNone(string level, string place) =>
        await hanoi.AskAsync<IOrganisationDirectory>(async directory =>
            Assert.Null(await directory.CompetentAgencyAsync(level, "Hộ tịch", place, Today, default)));

    [Theory]
    [InlineData("xa", Roles.Officer, "Bảo trợ xã hội", "Văn hóa - Xã hội")]
    [InlineData("huyen", Roles.Officer, "Bảo trợ xã hội", "Phòng Lao động - Thương binh và Xã hội")]
    [InlineData("huyen", Roles.DepartmentHead, "Hoạt động xây dựng", "Phòng Quản lý đô thị")]
    [InlineData("tinh", Roles.Officer, "Bảo trợ xã hội", "Phòng Bảo trợ xã hội")]
    [InlineData("tinh", Roles.Officer, "Sát hạch, cấp giấy phép lái xe", "Phòng Cảnh sát giao thông")]
    [InlineData("tinh", Roles.AgencyLeader, "Bảo trợ xã hội", null)]
    [InlineData("tinh", Roles.RecordsClerk, "Bảo trợ xã hội", null)]
    [InlineData("huyen", Roles.DeskClerk, "Bảo trợ xã hội", "Bộ phận Tiếp nhận và Trả kết quả")]
    public async Task ResolveCandidates_ByRole_NamesTheDepartmentOrTheWholeAgency(string level, string role, string field, string? department) =>
        await hanoi.AskAsync<IOrganisationDirectory>(async directory =>
        {
            var group = await directory.ResolveCandidatesAsync(new CandidateQuery(level, role, field, TrucBach, Guid.Empty), Today, default);

            Assert.NotNull(group);
            Assert.Equal(department, group.DepartmentName);
            Assert.Equal(role, group.Role);
        });

    [Fact]
    public async Task ResolveCandidates_DeskOfTheReceivingAgency_IsThatDesk() =>
        await hanoi.AskAsync<IOrganisationDirectory>(async directory =>
        {
            var elsewhere = await hanoi.ReadAsync(c => c.Agencies.Where(a => a.UnitCode == "00008" && a.Kind == "ubnd_xa").SingleAsync());

            var group = await directory.ResolveCandidatesAsync(new CandidateQuery("xa", Roles.DeskClerk, "Hộ tịch", TrucBach, elsewhere.Id), Today, default);

            Assert.Equal(elsewhere.Id, group!.AgencyId);
        });

    [Fact]
    public async Task PlacesBelow_ListsDistrictsThenCommunes_InVietnameseOrder() =>
        await hanoi.AskAsync<IOrganisationDirectory>(async directory =>
        {
            var districts = await directory.PlacesBelowAsync(null, Today, default);
            var communes = await directory.PlacesBelowAsync("001", Today, default);

            Assert.Equal(30, districts.Count);
            Assert.Equal("Quận Ba Đình", districts[0].Name);
            Assert.Equal(13, communes.Count);
            Assert.Contains(communes, c => c.FullName == "Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội");
        });

    [Fact]
    public async Task FindAgency_TellsWhatTheNationalHeaderNeeds() =>
        await hanoi.AskAsync<IOrganisationDirectory>(async directory =>
        {
            var ward = (await directory.CompetentAgencyAsync("xa", "Hộ tịch", TrucBach, Today, default))!;

            Assert.Equal("Ủy ban nhân dân quận Ba Đình", ward.ParentName);
            Assert.Equal("Bộ phận Tiếp nhận và Trả kết quả", ward.DeskName);
            Assert.StartsWith("/H26/H26.31/", ward.Path, StringComparison.Ordinal);
            Assert.Equal(ward, await directory.FindAgencyAsync(ward.Id, default));
        });
}

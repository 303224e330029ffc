using OneStop.Catalogue.Contracts;
using OneStop.Dossiers.Tests.Desk;
using OneStop.Identity.Contracts;
using OneStop.Kernel.Results;
using OneStop.Kernel.Texts;
using OneStop.Kernel.Time;
using OneStop.Organisation.Contracts;

namespace OneStop.Dossiers.Tests.Citizen;

// One open procedure with a form of every kind of field, one that is closed.
internal sealed class FilingCatalogue : ICatalogue
{
    public const string Closed = "2.000001";

    public static readonly FormDefinition Form = new("1.001193",
    [
        new FormSection("child", new("Thông tin của trẻ", "The child"),
        [
            new FormField("child_name", FormFieldKind.Text, new("Họ tên của trẻ", "Name of the child"), Required: true, MaxLength: 50),
            new FormField("child_birth_date", FormFieldKind.Date, new("Ngày sinh", "Date of birth"), Required: true, NotInFuture: true),
            new FormField("note", FormFieldKind.LongText, new("Ghi chú", "Note")),
        ]),
    ]);

    public static readonly ProcedureVersionInfo Open = new(
        Guid.Parse("70000000-0000-7000-8000-0000000000a1"), "1.001193", "Đăng ký khai sinh", "Hộ tịch", Levels.Commune, null,
        [new ComponentInfo("chung-sinh", "Giấy chứng sinh", 1, 0, true, null), new ComponentInfo("uy-quyen", "Giấy ủy quyền", 0, 1, false, null)],
        [new ChannelTerm(Channels.Online, new Term(1, TermUnit.WorkingDays), "1 ngày làm việc")], [], [new ResultInfo(null, "Giấy khai sinh")], "1.001193", Form);

    // Set by a test: the procedure closes while drafts are being written.
    public bool IsOpenClosed { get; set; }

    // Set by a test: what somebody else does while a draft is being read.
    public Func<Task>? WhileReading { get; set; }

    public Task<ProcedureVersionInfo?> FindAsync(string code, DateOnly on, CancellationToken cancellationToken) => Task.FromResult(code switch
    {
        "1.001193" => OpenNow,
        Closed => Open with { Code = Closed, ClosedReason = new LocalizedText("Đã bãi bỏ", "Repealed") },
        _ => null,
    });

    public async Task<ProcedureVersionInfo?> FindVersionAsync(Guid versionId, CancellationToken cancellationToken)
    {
        if (WhileReading is { } other)
            await other();
        return OpenNow;
    }

    private ProcedureVersionInfo OpenNow => Open with { ClosedReason = IsOpenClosed ? new LocalizedText("Tạm dừng để nâng cấp", "Paused for an upgrade") : null };
}

// Two districts; nobody is competent in the second.
internal sealed class FilingOrganisation : IOrganisationDirectory
{
    public const string Competent = "00001";
    public const string Other = "00004";
    public const string Orphaned = "00099";
    private static readonly AgencyInfo OtherWard = DeskSystem.Ward with { Id = Guid.Parse("00000000-0000-7000-8000-000000000004"), Code = "H26.1.2", Name = "Ủy ban nhân dân Phường Trúc Bạch", Path = "/H26/H26.1/H26.1.2/" };
    private readonly FakeOrganisation rest = new();

    public Task<IReadOnlyList<AgencyInfo>> AgenciesBelowAsync(string agencyPath, DateOnly on, CancellationToken cancellationToken) => rest.AgenciesBelowAsync(agencyPath, on, cancellationToken);

    public Task<PlaceInfo?> FindPlaceAsync(string placeCode, DateOnly on, CancellationToken cancellationToken) => Task.FromResult(placeCode switch
    {
        Competent or Orphaned => new PlaceInfo(placeCode, "Phường Phúc Xá", Levels.Commune, "001", "Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội"),
        Other => new PlaceInfo(placeCode, "Phường Trúc Bạch", Levels.Commune, "001", "Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội"),
        _ => null,
    });

    public Task<AgencyInfo?> CompetentAgencyAsync(string level, string field, string placeCode, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult(placeCode switch { Competent => DeskSystem.Ward, Other => OtherWard, _ => null });

    public Task<AgencyInfo?> FindAgencyAsync(Guid agencyId, CancellationToken cancellationToken) => rest.FindAgencyAsync(agencyId, cancellationToken);

    public Task<IReadOnlyList<PlaceInfo>> PlacesBelowAsync(string? parentCode, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PlaceInfo>>(parentCode switch
    {
        null => [new("001", "Quận Ba Đình", Levels.District, null, "Quận Ba Đình, Thành phố Hà Nội"), new("002", "Quận Hoàn Kiếm", Levels.District, null, "Quận Hoàn Kiếm, Thành phố Hà Nội")],
        "001" => [new(Competent, "Phường Phúc Xá", Levels.Commune, "001", "Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội"), new(Other, "Phường Trúc Bạch", Levels.Commune, "001", "Phường Trúc Bạch, Quận Ba Đình, Thành phố Hà Nội")],
        "002" => [new(Orphaned, "Phường Hàng Bạc", Levels.Commune, "002", "Phường Hàng Bạc, Quận Hoàn Kiếm, Thành phố Hà Nội")],
        _ => [],
    });

    public Task<CandidateGroup?> ResolveCandidatesAsync(CandidateQuery query, DateOnly on, CancellationToken cancellationToken) => rest.ResolveCandidatesAsync(query, on, cancellationToken);

    public Task<IReadOnlyList<PostInfo>> PostsOfAsync(Guid accountId, DateOnly on, CancellationToken cancellationToken) => rest.PostsOfAsync(accountId, on, cancellationToken);

    public Task<IReadOnlyList<PostInfo>> HoldersAsync(Guid agencyId, Guid? departmentId, string role, DateOnly on, CancellationToken cancellationToken) =>
        rest.HoldersAsync(agencyId, departmentId, role, on, cancellationToken);

    public Task<IReadOnlyList<DepartmentInfo>> DepartmentsAsync(Guid agencyId, CancellationToken cancellationToken) => rest.DepartmentsAsync(agencyId, cancellationToken);

    public Task<IReadOnlyList<UnitInfo>> FindUnitsAsync(string text, DateOnly on, int most, CancellationToken cancellationToken) =>
        rest.FindUnitsAsync(text, on, most, cancellationToken);
}

internal sealed class FilingAccounts : IAccountDirectory
{
    public Task<AccountContact?> ContactOfAsync(Guid accountId, CancellationToken cancellationToken) => Task.FromResult<AccountContact?>(null);

    public Task<ApplicantProfile?> ProfileOfAsync(Guid accountId, CancellationToken cancellationToken) => Task.FromResult<ApplicantProfile?>(
        new ApplicantProfile("Nguyễn Thị An", "001190012345", new DateOnly(1990, 1, 5), "0912345678", "an@example.vn", "Số 1, Phường Phúc Xá", false));

    public Task<IReadOnlyDictionary<Guid, string>> NamesOfAsync(IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, string>>(new Dictionary<Guid, string>());
}

// Twelve digits are right; which province and year they say is Identity's business.
internal sealed class FilingNumbers : ICitizenNumberRules
{
    public const string Wrong = "citizen.wrong";

    public Error? Check(string? number, DateOnly? birthDate, string field) =>
        number is { Length: 12 } && number.All(char.IsAsciiDigit) && (birthDate is not { } day || number[4..6] == (day.Year % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture))
            ? null
            : Error.Invalid(Wrong, field);
}

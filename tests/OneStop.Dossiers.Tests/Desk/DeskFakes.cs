using OneStop.Approvals.Contracts;
using OneStop.Catalogue.Contracts;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;
using OneStop.Kernel.Time.Calendars;
using OneStop.Organisation.Contracts;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Desk;

// The neighbours of the desk, as simple as can be: one ward, one procedure, office time without nights.
internal sealed class FakeCatalogue : ICatalogue
{
    public static readonly ProcedureVersionInfo Procedure = new(
        Guid.Parse("70000000-0000-7000-8000-000000000001"), "1.001776", "Trợ cấp xã hội hàng tháng", "Bảo trợ xã hội", Levels.Commune, null,
        [new ComponentInfo("to-khai", "Tờ khai đề nghị trợ giúp xã hội", 1, 0, true, null), new ComponentInfo("giay-xac-nhan", "Giấy xác nhận khuyết tật", 0, 1, false, null)],
        [new ChannelTerm(Channels.Online, new Term(22, TermUnit.WorkingDays), "22 ngày làm việc")], [new FeeInfo(0, "Miễn phí")],
        [new ResultInfo("KQ.1", "Quyết định trợ cấp xã hội")], "1.001776",
        new FormDefinition("1.001776", [new FormSection("nguoi-huong", new("Người hưởng", "Beneficiary"), [new FormField("loai", FormFieldKind.Radio, new("Đối tượng", "Group"), Options: [new FormOption("khuyet-tat", new("Người khuyết tật", "Disabled person"))])])]))
    {
        Clock = ClockRule.Plain with { StopAfter = new Term(10, TermUnit.CalendarDays), PausesForPayment = true },
    };

    public Task<ProcedureVersionInfo?> FindAsync(string code, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<ProcedureVersionInfo?>(Procedure);

    // The same procedure, whose text leaves out at most five working days of third parties.
    public static readonly ProcedureVersionInfo WithThirdParties = Procedure with
    {
        VersionId = Guid.Parse("70000000-0000-7000-8000-000000000002"),
        Clock = Procedure.Clock with { LeavesOutThirdParties = true, ThirdPartyLimit = new Term(5, TermUnit.WorkingDays) },
    };

    // Procedures without a term that holds for all their dossiers, one for each kind.
    public static readonly IReadOnlyList<ProcedureVersionInfo> WithoutTerm = [.. Enum.GetValues<TermGapKind>().Select(kind => Procedure with
    {
        VersionId = Guid.Parse($"70000000-0000-7000-8000-00000000001{(int)kind}"), Terms = [], TermGap = new TermGap(kind, "Theo từng trường hợp, xem mục Trình tự thực hiện"),
    })];

    public Task<ProcedureVersionInfo?> FindVersionAsync(Guid versionId, CancellationToken cancellationToken) =>
        Task.FromResult<ProcedureVersionInfo?>(WithoutTerm.Append(WithThirdParties).FirstOrDefault(p => p.VersionId == versionId) ?? Procedure);
}

internal sealed class FakeOrganisation : IOrganisationDirectory
{
    private static readonly AgencyInfo Ward = DeskSystem.Ward;

    public Task<AgencyInfo?> FindAgencyAsync(Guid agencyId, CancellationToken cancellationToken) => Task.FromResult<AgencyInfo?>(Ward with { Id = agencyId });

    public Task<IReadOnlyList<AgencyInfo>> AgenciesBelowAsync(string agencyPath, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AgencyInfo>>([]);

    public Task<PlaceInfo?> FindPlaceAsync(string placeCode, DateOnly on, CancellationToken cancellationToken) =>
        Task.FromResult<PlaceInfo?>(new PlaceInfo(placeCode, "Phường Phúc Xá", Levels.Commune, "001", "Phường Phúc Xá, Quận Ba Đình, Thành phố Hà Nội"));

    public Task<IReadOnlyList<PlaceInfo>> PlacesBelowAsync(string? parentCode, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PlaceInfo>>([]);

    public Task<AgencyInfo?> CompetentAgencyAsync(string level, string field, string placeCode, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<AgencyInfo?>(Ward);

    public Task<CandidateGroup?> ResolveCandidatesAsync(CandidateQuery query, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<CandidateGroup?>(null);

    public Task<IReadOnlyList<PostInfo>> PostsOfAsync(Guid accountId, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PostInfo>>([]);

    public Task<IReadOnlyList<PostInfo>> HoldersAsync(Guid agencyId, Guid? departmentId, string role, DateOnly on, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PostInfo>>([]);

    public Task<IReadOnlyList<DepartmentInfo>> DepartmentsAsync(Guid agencyId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DepartmentInfo>>([]);

    public Task<IReadOnlyList<UnitInfo>> FindUnitsAsync(string text, DateOnly on, int most, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<UnitInfo>>([]);
}

internal sealed class FakeCalendar : IWorkingCalendar
{
    private static readonly WeeklyHours Always = new(
        DateOnly.MinValue, new DaySchedule(new Session(TimeOnly.MinValue, TimeOnly.MaxValue)), new Dictionary<DayOfWeek, DaySchedule>());

    private static readonly WorkingCalendar Plain = WorkingCalendar.Build(
        new CalendarDefinition("test", [Always], [], new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31))).Value;

    public Task<Result<WorkingCalendar>> ForAsync(Guid agencyId, CancellationToken cancellationToken) => Task.FromResult<Result<WorkingCalendar>>(Plain);

    public Task<Result<DateTimeOffset>> ExtendAsync(Guid agencyId, DateTimeOffset dueAt, DateTimeOffset pausedAt, DateTimeOffset resumedAt, CancellationToken cancellationToken) =>
        Task.FromResult<Result<DateTimeOffset>>(dueAt + (resumedAt - pausedAt));

    public Task<Result<DateTimeOffset>> AddHoursAsync(Guid agencyId, DateTimeOffset from, decimal hours, CancellationToken cancellationToken) =>
        Task.FromResult<Result<DateTimeOffset>>(from.AddHours((double)hours));

    public Task<WorkingSpan> BetweenAsync(Guid agencyId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.FromResult(new WorkingSpan((int)(to - from).TotalMinutes));
}

internal sealed class FakeTaskAccess : ITaskAccess
{
    // Who has an open step of every dossier.
    public static Caller Officer { get; } = TestCallers.Officer();

    public Task<bool> TakesPartAsync(Caller caller, Guid dossierId, CancellationToken cancellationToken) => Task.FromResult(caller.Id == Officer.Id);

    public HashSet<Guid> SentFiles { get; } = [];

    public Task<bool> MayReadAsync(Caller caller, Guid dossierId, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<bool> MayReadFileAsync(Caller caller, Guid fileId, CancellationToken cancellationToken) => Task.FromResult(SentFiles.Contains(fileId));
}

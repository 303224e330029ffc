using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Results;
using OneStop.Kernel.Time;

namespace OneStop.Approvals.Tests.Office;

/// <summary>Remembers who read what for which purpose.</summary>
internal sealed class FakeDossiers : IDossierDirectory, IOpinionFiles
{
    /// <summary>Files that every dossier has.</summary>
    public IReadOnlyList<Guid> Files { get; set; } = [];

    public List<(Guid Dossier, string Purpose)> Readings { get; } = [];

    public Task<Result<DossierForOfficer>> ReadForOfficerAsync(Guid dossierId, string purpose, CancellationToken cancellationToken)
    {
        Readings.Add((dossierId, purpose));
        var applicant = new DossierApplicant("Nguyễn Thị Hoa", "********1234", null, "0912345678", null, "Phường Phúc Xá");
        return Task.FromResult<Result<DossierForOfficer>>(
            new DossierForOfficer(dossierId, "H26.1-260302-0001", "1.001776", "Trợ cấp xã hội", 4, "UBND phường", null, null, null, applicant, [],
                Papers, []));
    }

    /// <summary>Files of answers that are kept.</summary>
    public List<Guid> Taken { get; } = [];

    /// <summary>What happens elsewhere while a file is on its way.</summary>
    public Func<Task>? WhileTaking { get; set; }

    public async Task<Result<DossierFileInfo>> TakeAsync(Guid dossierId, Stream content, string? fileName, CancellationToken cancellationToken)
    {
        if (WhileTaking is { } meanwhile)
            await meanwhile();
        var id = Guid.NewGuid();
        Taken.Add(id);
        return new DossierFileInfo(id, fileName ?? "", "application/pdf", content.Length, FileUrl(id));
    }

    public Task DropAsync(Guid fileId, CancellationToken cancellationToken)
    {
        Taken.Remove(fileId);
        return Task.CompletedTask;
    }

    public Dictionary<string, Guid> Codes { get; } = [];

    public Task<Guid?> FindAsync(string code, CancellationToken cancellationToken) => Task.FromResult(Codes.TryGetValue(code, out var id) ? id : (Guid?)null);

    public Task<IReadOnlyList<DossierComponent>> PapersAsync(Guid dossierId, CancellationToken cancellationToken) => Task.FromResult(Papers);

    private IReadOnlyList<DossierComponent> Papers =>
        Files.Count == 0 ? [] : [new DossierComponent("Bản vẽ", true, [.. Files.Select(id => new DossierFileInfo(id, $"{id:N}.pdf", "application/pdf", 10, $"/tep/{id}"))])];

    /// <summary>Requests for supplements that an agency has made, and how many it may.</summary>
    public SupplementAllowance Allowance { get; set; } = new(0, 1);

    /// <summary>What the neighbour answers to a matter about to be decided.</summary>
    public Result<Done> Check { get; set; } = Done.Value;

    /// <summary>What the neighbour answers when a paper is about to be signed or issued.</summary>
    public Result<Done> Signing { get; set; } = Done.Value;

    public Task<Result<Done>> CheckSigningAsync(PaperSigning signing, CancellationToken cancellationToken) => Task.FromResult(Signing);

    public Task<SupplementAllowance> SupplementsOfAsync(Guid dossierId, Guid agencyId, CancellationToken cancellationToken) => Task.FromResult(Allowance);

    /// <summary>The most time that the law gives to those who are asked.</summary>
    public Term? OpinionLimit { get; set; }

    public Task RecordReadingAsync(Guid dossierId, string purpose, CancellationToken cancellationToken)
    {
        Readings.Add((dossierId, purpose));
        return Task.CompletedTask;
    }

    public string FileUrl(Guid fileId) => $"/tep/{fileId}";

    public Task<Term?> OpinionLimitAsync(Guid dossierId, CancellationToken cancellationToken) => Task.FromResult(OpinionLimit);

    public Task<Result<Done>> CheckMatterAsync(string matter, Guid subjectId, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken) =>
        Task.FromResult(Check);

    public Dictionary<string, string> Anew { get; } = [];

    public Task<IReadOnlyDictionary<string, string>> ProposeAnewAsync(string matter, Guid subjectId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(Anew);
}

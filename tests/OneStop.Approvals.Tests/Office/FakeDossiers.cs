using OneStop.Dossiers.Contracts;
using OneStop.Kernel.Results;

namespace OneStop.Approvals.Tests.Office;

/// <summary>Remembers who read what for which purpose.</summary>
internal sealed class FakeDossiers : IDossierDirectory
{
    public List<(Guid Dossier, string Purpose)> Readings { get; } = [];

    public Task<Result<DossierForOfficer>> ReadForOfficerAsync(Guid dossierId, string purpose, CancellationToken cancellationToken)
    {
        Readings.Add((dossierId, purpose));
        var applicant = new DossierApplicant("Nguyễn Thị Hoa", "********1234", null, "0912345678", null, "Phường Phúc Xá");
        return Task.FromResult<Result<DossierForOfficer>>(
            new DossierForOfficer(dossierId, "H26.1-260302-0001", "1.001776", "Trợ cấp xã hội", 4, "UBND phường", null, null, null, applicant, [], [], []));
    }

    /// <summary>Requests for supplements that an agency has made, and how many it may.</summary>
    public SupplementAllowance Allowance { get; set; } = new(0, 1);

    /// <summary>What the neighbour answers to a matter about to be decided.</summary>
    public Result<Done> Check { get; set; } = Done.Value;

    public Task<SupplementAllowance> SupplementsOfAsync(Guid dossierId, Guid agencyId, CancellationToken cancellationToken) => Task.FromResult(Allowance);

    public Task<Result<Done>> CheckMatterAsync(string matter, Guid subjectId, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken) =>
        Task.FromResult(Check);
}

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
}

using System.Globalization;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.ReadResultToRevoke;

namespace OneStop.Dossiers.Features.RevokeResult;

public sealed partial class RevokeResultPage
{
    private ResultToRevoke? result;

    protected override async Task<IssuedResultInput?> ReadAsync() => (await Dispatcher.Send(new ReadResultToRevoke.ReadResultToRevoke(Id))).TryGet(out result)
        ? new IssuedResultInput { Version = result.Version.ToString(CultureInfo.InvariantCulture) }
        : null;

    private Task RevokeAsync() => DoAsync(version => new RevokeResult(Id, version, Input.Reason));
}

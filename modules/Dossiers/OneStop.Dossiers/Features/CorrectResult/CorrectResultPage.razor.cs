using System.Globalization;
using OneStop.Dossiers.Components;
using OneStop.Dossiers.Features.ReadResultToCorrect;

namespace OneStop.Dossiers.Features.CorrectResult;

public sealed partial class CorrectResultPage
{
    private ResultToCorrect? result;

    protected override async Task<IssuedResultInput?> ReadAsync() => (await Dispatcher.Send(new ReadResultToCorrect.ReadResultToCorrect(Id))).TryGet(out result)
        ? new IssuedResultInput { Version = result.Version.ToString(CultureInfo.InvariantCulture), Subject = result.Subject, Body = result.Body }
        : null;

    private Task CorrectAsync() => DoAsync(version => new CorrectResult(Id, version, Input.Reason, Input.Subject, Input.Body));
}

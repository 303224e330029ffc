using OneStop.Identity.Contracts;

namespace OneStop.Dossiers.Tests.Pages;

// What was typed before a new sign-in.
internal sealed class GivenBack : IKeptForms
{
    public IReadOnlyDictionary<string, string>? Fields { get; set; }

    public Task<IReadOnlyDictionary<string, string>?> TakeAsync(CancellationToken cancellationToken) => Task.FromResult(Fields);
}

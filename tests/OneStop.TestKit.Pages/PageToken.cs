using Microsoft.AspNetCore.Components.Forms;

namespace OneStop.TestKit.Pages;

// The token that pages hand to their scripts; nobody checks it here.
internal sealed class PageToken : AntiforgeryStateProvider
{
    public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
}

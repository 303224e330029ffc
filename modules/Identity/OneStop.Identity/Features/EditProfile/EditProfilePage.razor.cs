using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using OneStop.Identity.Integrations;
using OneStop.Kernel.Callers;
using OneStop.UI;

namespace OneStop.Identity.Features.EditProfile;

public partial class EditProfilePage
{
    private bool isStaff;
    private Choice[] cultures = [];

    [SupplyParameterFromForm(FormName = "edit-profile")]
    public EditProfileInput? Input { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private AccountSession Session { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        cultures = [new Choice("vi", T["Culture.vi"]), new Choice("en", T["Culture.en"])];
        isStaff = CallerClaims.FromPrincipal(Http.User).Kind == CallerKind.Staff;
        if (Input is null && (await Dispatcher.Send(new ReadProfile())).TryGet(out var profile))
        {
            Input = new EditProfileInput
            {
                Name = profile.Name,
                BirthDate = DateText.Write(profile.BirthDate),
                CitizenNumber = profile.CitizenNumber,
                Phone = profile.Phone,
                Address = profile.Address,
                Culture = profile.Culture,
            };
        }

        Input ??= new EditProfileInput();
    }

    private async Task SubmitAsync()
    {
        var birthDate = DateText.TryRead(Input!.BirthDate, out var date) ? date : (DateOnly?)null;
        var result = await Dispatcher.Send(new EditProfile(Input.Name, Input.Phone, Input.CitizenNumber, birthDate, Input.Address, Input.Culture ?? "vi"));
        if (result.IsFailure)
        {
            Show(result.Errors);
            return;
        }

        // The name stands in the cookie.
        await Session.SignInAsync(CallerClaims.FromPrincipal(Http.User).Id);
        Navigation.NavigateTo(IdentityUrls.Profile + "?xong=thong-tin");
    }
}

public sealed class EditProfileInput
{
    public string? Name { get; set; }

    public string? BirthDate { get; set; }

    public string? CitizenNumber { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public string? Culture { get; set; }
}

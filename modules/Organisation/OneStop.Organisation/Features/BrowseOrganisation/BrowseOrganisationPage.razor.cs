using Microsoft.AspNetCore.Components;

namespace OneStop.Organisation.Features.BrowseOrganisation;

public partial class BrowseOrganisationPage
{
    private AgencyView? agency;

    [SupplyParameterFromQuery(Name = "co-quan")]
    public Guid? AgencyId { get; set; }

    protected override async Task OnInitializedAsync() =>
        agency = (await Dispatcher.Send(new BrowseOrganisation(AgencyId))).TryGet(out var found) ? found : null;
}

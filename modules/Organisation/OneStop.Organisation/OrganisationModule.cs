using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OneStop.Kernel.Callers;
using OneStop.Kernel.Modules;
using OneStop.Organisation.Contracts;
using OneStop.Organisation.Data;
using OneStop.Organisation.Features.ChangeCalendar;
using OneStop.Organisation.Features.FillPost;
using OneStop.Organisation.Features.NameSubstitute;
using OneStop.Organisation.Integrations;
using OneStop.Organisation.Resources;

namespace OneStop.Organisation;

public sealed class OrganisationModule : IModule
{
    public string Name => "Organisation";

    public string Schema => OrganisationDbContext.SchemaName;

    public Type ContextType => typeof(OrganisationDbContext);

    public IReadOnlyList<Permission> Permissions => OrganisationPermissions.All;

    public IReadOnlyList<MenuItem> Menu =>
    [
        new(typeof(OrganisationTexts), "Menu.Organisation", OrganisationUrls.Browse, "Landmark", MenuPlace.Administration, 10, OrganisationPermissions.ManagePosts),
        new(typeof(OrganisationTexts), "Menu.Calendars", OrganisationUrls.Calendars, "Calendar", MenuPlace.Administration, 15, OrganisationPermissions.ManageCalendars),
        new(typeof(OrganisationTexts), "Menu.Substitutes", OrganisationUrls.Substitutes, "Users", MenuPlace.Staff, 80, OrganisationPermissions.Substitute),
    ];

    public void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddErrorTexts<OrganisationTexts>();
        services.AddSingleton<OrganisationCache>();
        services.AddScoped<IOrganisationDirectory, OrganisationDirectory>();
        services.AddScoped<PostAccess>().AddScoped<SubstitutionDesk>().AddScoped<SubstitutionNotices>();
        services.AddScoped<CalendarDrafts>().AddScoped<HolidayPlanWatch>().AddScoped<HolidayPlanHealth>();
        services.AddHealthChecks().AddCheck<HolidayPlanHealth>(HolidayPlanHealth.Name);
        services.AddScoped<IPostHolders, PostHolders>();
        services.AddScoped<IWorkingCalendar, AgencyWorkingCalendar>();
    }

    public void Map(IEndpointRouteBuilder endpoints)
    {
    }
}

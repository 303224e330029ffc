using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;

namespace OneStop.Benchmarks.Reference;

// The root of the bare Blazor reference: a router and nothing else.
public sealed class BareApp : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Router>(0);
        builder.AddComponentParameter(1, nameof(Router.AppAssembly), typeof(BareApp).Assembly);
        builder.AddComponentParameter(2, nameof(Router.Found), (RenderFragment<RouteData>)(route => found =>
        {
            found.OpenComponent<RouteView>(0);
            found.AddComponentParameter(1, nameof(RouteView.RouteData), route);
            found.CloseComponent();
        }));
        builder.CloseComponent();
    }
}

// A static page without layout, culture or sign-in: what stays the same is markup, what the page says inside its main part is text, as in a .razor file.
[Route("/blazor/{Name}")]
[AllowAnonymous]
public sealed class BarePage : ComponentBase
{
    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private ReferencePages Pages { get; set; } = default!;

    protected override Task OnParametersSetAsync() => Pages.QueryAsync(Name);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var piece in Pages.PiecesOf(Name))
        {
            if (piece.IsText)
                builder.AddContent(0, piece.Content);
            else
                builder.AddMarkupContent(1, piece.Content);
        }
    }
}

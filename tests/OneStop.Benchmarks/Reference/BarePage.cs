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

// A static page without layout, culture or sign-in: no component but itself, its query straight to the database.
[Route("/blazor/{Name}")]
[AllowAnonymous]
public sealed class BarePage : ComponentBase
{
    [Parameter]
    public string Name { get; set; } = "";

    [Inject]
    private ReferencePages Pages { get; set; } = default!;

    private IReadOnlyList<object[]>? rows;

    protected override async Task OnInitializedAsync() => rows = await Pages.QueryAsync(Name);

    // Drawn once, when its rows are there.
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (rows is null)
            return;
        foreach (var piece in Pages.PiecesOf(Name))
        {
            switch (piece.Kind)
            {
                case PieceKind.Markup:
                    builder.AddMarkupContent(0, piece.Content);
                    break;
                case PieceKind.Text:
                    builder.AddContent(1, piece.Content);
                    break;
                case PieceKind.Open:
                    builder.OpenElement(2, piece.Content);
                    foreach (var (name, value) in piece.Attributes!)
                        builder.AddAttribute(3, name, value);
                    break;
                default:
                    builder.CloseElement();
                    break;
            }
        }
    }
}

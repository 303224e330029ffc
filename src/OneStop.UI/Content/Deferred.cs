using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace OneStop.UI;

/// <summary>Draws its content after its earlier siblings have started, so that a table knows its columns.</summary>
public sealed class Deferred : ComponentBase
{
    /// <summary>What is drawn.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}

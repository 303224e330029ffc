using Microsoft.AspNetCore.Components;

namespace OneStop.UI;

/// <summary>A column of a <see cref="DataTable{TItem}"/>.</summary>
/// <typeparam name="TItem">What a row shows.</typeparam>
public sealed class Column<TItem> : ComponentBase, IDisposable
{
    /// <summary>The heading.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>Whether it holds numbers, which stand at the right.</summary>
    [Parameter] public bool Numeric { get; set; }

    /// <summary>The cell of one row.</summary>
    [Parameter, EditorRequired] public RenderFragment<TItem> ChildContent { get; set; } = default!;

    [CascadingParameter] internal DataTable<TItem> Table { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => Table.Add(this);

    /// <inheritdoc />
    public void Dispose() => Table.Remove(this);
}

using Bunit;
using Microsoft.AspNetCore.Components;

namespace OneStop.UI.Tests;

public sealed class DataTableTests : UiTest
{
    private sealed record Row(string Code, int Fee);

    [Fact]
    public void DataTable_WithRows_LabelsEachCellForTheFoldedForm()
    {
        var table = RenderTable([new("A1", 8000), new("A2", 0)]);

        Assert.Equal(["Mã", "Phí"], table.FindAll("th").Select(head => head.TextContent));
        Assert.Equal(["Mã", "Phí", "Mã", "Phí"], table.FindAll("td").Select(cell => cell.GetAttribute("data-label")));
        Assert.Equal(2, table.FindAll("[data-list-item]").Count);
        Assert.Empty(table.FindAll(".os-empty"));
    }

    [Fact]
    public void DataTable_WithoutRows_SaysSo()
    {
        var table = RenderTable([]);

        Assert.Equal("Danh sách đang trống", table.Find(".os-empty h2").TextContent);
    }

    [Fact]
    public void DataTable_WhenRowsArrive_ShowsThemWithoutDoublingColumns()
    {
        var table = RenderTable([]);

        table.Render(p => p.Add(t => t.Items, [new("A1", 8000)]));

        Assert.Equal(2, table.FindAll("th").Count);
        Assert.Single(table.FindAll("tbody tr"));
    }

    private IRenderedComponent<DataTable<Row>> RenderTable(IReadOnlyList<Row> rows) => Render<DataTable<Row>>(p => p
        .Add(t => t.Items, rows)
        .Add(t => t.Caption, "Hồ sơ")
        .Add(t => t.ChildContent, (RenderFragment)(builder =>
        {
            builder.OpenComponent<Column<Row>>(0);
            builder.AddAttribute(1, nameof(Column<Row>.Title), "Mã");
            builder.AddAttribute(2, nameof(Column<Row>.ChildContent), (RenderFragment<Row>)(row => cell => cell.AddContent(0, row.Code)));
            builder.CloseComponent();
            builder.OpenComponent<Column<Row>>(3);
            builder.AddAttribute(4, nameof(Column<Row>.Title), "Phí");
            builder.AddAttribute(5, nameof(Column<Row>.Numeric), true);
            builder.AddAttribute(6, nameof(Column<Row>.ChildContent), (RenderFragment<Row>)(row => cell => cell.AddContent(0, row.Fee)));
            builder.CloseComponent();
        })));
}

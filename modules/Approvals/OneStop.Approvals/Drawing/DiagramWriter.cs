using System.Globalization;
using System.Xml.Linq;
using OneStop.Approvals.Engine.Bpmn;

namespace OneStop.Approvals.Drawing;

/// <summary>Adds a laid-out diagram to a file that has none. The text before it stays as it is.</summary>
internal static class DiagramWriter
{
    private const double PoolHead = 30;
    private const double PoolGap = 40;

    public static string WithDiagram(string xml)
    {
        var root = ProcessText.Parse(xml).Root!;
        // A diagram that shows nothing would stand in the way: tools open the first one of a file.
        if (root.Elements(BpmnDrawing.Diagram + "BPMNDiagram").Any())
        {
            root.Elements(BpmnDrawing.Diagram + "BPMNDiagram").Remove();
            xml = root.ToString(SaveOptions.DisableFormatting);
        }

        var pools = root.Elements(BpmnNames.Model + "collaboration").SelectMany(c => c.Elements(BpmnNames.Model + "participant")).Where(p => p.Text("id") is not null).ToList();
        var drawn = pools.Count > 0 ? Pools(root, pools) : DiagramLayout.Place(root.Elements(BpmnNames.Model + "process").First());
        var plane = pools.Count > 0 ? pools[0].Parent!.Text("id") : root.Elements(BpmnNames.Model + "process").First().Text("id");
        var diagram = new XElement(
            BpmnDrawing.Diagram + "BPMNDiagram",
            new XAttribute(XNamespace.Xmlns + "bpmndi", BpmnDrawing.Diagram), new XAttribute(XNamespace.Xmlns + "dc", BpmnDrawing.Graphics), new XAttribute(XNamespace.Xmlns + "di", BpmnDrawing.Lines),
            new XAttribute("id", "os_diagram"),
            new XElement(BpmnDrawing.Diagram + "BPMNPlane", new XAttribute("id", "os_plane"), new XAttribute("bpmnElement", plane ?? ""), drawn.Shapes.Select(Write), drawn.Edges.Select(Write)));
        var prefix = root.GetPrefixOfNamespace(BpmnNames.Model);
        var end = xml.LastIndexOf($"</{(string.IsNullOrEmpty(prefix) ? "" : $"{prefix}:")}definitions", StringComparison.Ordinal);
        return end < 0 ? xml : $"{xml[..end].TrimEnd()}\n{diagram}\n{xml[end..]}";
    }

    private static Drawn Pools(XElement root, List<XElement> pools)
    {
        var shapes = new List<Shape>();
        var edges = new List<Edge>();
        var y = PoolGap;
        var placed = new List<(XElement Pool, Drawn? Inside)>();
        foreach (var pool in pools)
        {
            var process = root.Elements(BpmnNames.Model + "process").FirstOrDefault(p => p.Text("id") == pool.Text("processRef"));
            placed.Add((pool, process is null ? null : DiagramLayout.Place(process)));
        }

        var width = placed.Select(p => p.Inside?.Width ?? 600).Max() + PoolHead;
        foreach (var (pool, inside) in placed)
        {
            var height = inside?.Height ?? 80;
            shapes.Add(new Shape(pool.Text("id")!, new Box(PoolGap, y, width, height), IsPool: true));
            if (inside is not null)
            {
                shapes.AddRange(inside.Shapes.Select(s => s with { Box = s.Box.Moved(PoolGap + PoolHead, y) }));
                edges.AddRange(inside.Edges.Select(e => e with { Points = [.. e.Points.Select(p => (p.X + PoolGap + PoolHead, p.Y + y))] }));
            }

            y += height + PoolGap;
        }

        var boxes = shapes.ToDictionary(s => s.Element, s => s.Box, StringComparer.Ordinal);
        foreach (var message in root.Descendants(BpmnNames.Model + "messageFlow").Where(m => m.Text("id") is not null))
        {
            if (boxes.TryGetValue(message.Text("sourceRef") ?? "", out var from) && boxes.TryGetValue(message.Text("targetRef") ?? "", out var to))
                edges.Add(new Edge(message.Text("id")!, from.MiddleY < to.MiddleY ? [(from.MiddleX, from.Bottom), (to.MiddleX, to.Y)] : [(from.MiddleX, from.Y), (to.MiddleX, to.Bottom)]));
        }

        return new Drawn(shapes, edges, width, y);
    }

    private static XElement Write(Shape shape) => new(
        BpmnDrawing.Diagram + "BPMNShape",
        new XAttribute("id", $"{shape.Element}_os_di"), new XAttribute("bpmnElement", shape.Element),
        shape.IsPool ? new XAttribute("isHorizontal", "true") : null, shape.IsExpanded ? new XAttribute("isExpanded", "true") : null,
        new XElement(
            BpmnDrawing.Graphics + "Bounds",
            new XAttribute("x", Number(shape.Box.X)), new XAttribute("y", Number(shape.Box.Y)), new XAttribute("width", Number(shape.Box.Width)), new XAttribute("height", Number(shape.Box.Height))));

    private static XElement Write(Edge edge) => new(
        BpmnDrawing.Diagram + "BPMNEdge",
        new XAttribute("id", $"{edge.Element}_os_di"), new XAttribute("bpmnElement", edge.Element),
        edge.Points.Select(p => new XElement(BpmnDrawing.Lines + "waypoint", new XAttribute("x", Number(p.X)), new XAttribute("y", Number(p.Y)))));

    private static string Number(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);
}

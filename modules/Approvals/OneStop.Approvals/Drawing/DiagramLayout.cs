using System.Xml.Linq;
using OneStop.Approvals.Engine.Bpmn;

namespace OneStop.Approvals.Drawing;

internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + Width / 2;

    public double MiddleY => Y + Height / 2;

    public Box Moved(double x, double y) => this with { X = X + x, Y = Y + y };
}

internal sealed record Shape(string Element, Box Box, bool IsExpanded = false, bool IsPool = false);

internal sealed record Edge(string Element, IReadOnlyList<(double X, double Y)> Points);

internal sealed record Drawn(IReadOnlyList<Shape> Shapes, IReadOnlyList<Edge> Edges, double Width, double Height);

/// <summary>
/// Places the elements of a file that has no diagram: columns by the longest way from a start, rows in the order of the branches,
/// sub-processes opened around what is in them, events at the lower edge of what they are attached to.
/// </summary>
internal static class DiagramLayout
{
    private const double ColumnGap = 60;
    private const double RowGap = 40;
    private const double Margin = 40;

    private static readonly HashSet<string> NotFlow = new(StringComparer.Ordinal)
    {
        "sequenceFlow", "association", "laneSet", "dataObject", "documentation", "extensionElements", "ioSpecification", "property", "incoming", "outgoing", "multiInstanceLoopCharacteristics",
        "standardLoopCharacteristics", "completionCondition", "textAnnotation", "dataObjectReference", "dataStoreReference", "group", "auditing", "monitoring", "dataInputAssociation", "dataOutputAssociation",
        "correlationSubscription", "supportedInterfaceRef", "ioBinding",
    };

    public static Drawn Place(XElement scope)
    {
        var nodes = scope.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && !NotFlow.Contains(e.Name.LocalName) && e.Text("id") is not null).ToList();
        var attached = nodes.Where(n => n.Name.LocalName == "boundaryEvent").ToList();
        var free = nodes.Except(attached).ToList();
        var flows = scope.Elements(BpmnNames.Model + "sequenceFlow").Where(f => f.Text("id") is not null).ToList();
        var inside = free.Where(IsSubProcess).ToDictionary(Id, Place, StringComparer.Ordinal);
        var columns = Columns(free, attached, flows);
        var boxes = Boxes(free, inside, columns);
        Attach(attached, boxes);

        var shapes = new List<Shape>();
        var edges = new List<Edge>();
        foreach (var node in nodes.Where(n => boxes.ContainsKey(Id(n))))
        {
            var box = boxes[Id(node)];
            shapes.Add(new Shape(Id(node), box, inside.ContainsKey(Id(node))));
            if (!inside.TryGetValue(Id(node), out var drawn))
                continue;
            shapes.AddRange(drawn.Shapes.Select(s => s with { Box = s.Box.Moved(box.X, box.Y) }));
            edges.AddRange(drawn.Edges.Select(e => e with { Points = [.. e.Points.Select(p => (p.X + box.X, p.Y + box.Y))] }));
        }

        var bottom = boxes.Values.Select(b => b.Bottom).DefaultIfEmpty(80).Max();
        var lane = bottom + RowGap / 2;
        foreach (var flow in flows)
        {
            if (boxes.TryGetValue(flow.Text("sourceRef") ?? "", out var from) && boxes.TryGetValue(flow.Text("targetRef") ?? "", out var to))
                edges.Add(new Edge(Id(flow), Way(from, to, ref lane)));
        }

        var beside = Beside(scope, boxes.Values.Select(b => b.Right).DefaultIfEmpty(Margin).Max(), lane + RowGap);
        shapes.AddRange(beside);
        var width = shapes.Select(s => s.Box.Right).DefaultIfEmpty(100).Max();
        var height = Math.Max(lane, shapes.Select(s => s.Box.Bottom).DefaultIfEmpty(80).Max());
        return new Drawn(shapes, edges, width + Margin, height + Margin);
    }

    private static string Id(XElement element) => element.Text("id")!;

    private static bool IsSubProcess(XElement element) => element.Name.LocalName is "subProcess" or "transaction" or "adHocSubProcess";

    // The longest way from a start; a way back to where it came from does not push.
    private static Dictionary<string, int> Columns(List<XElement> free, List<XElement> attached, List<XElement> flows)
    {
        var host = attached.ToDictionary(Id, b => b.Text("attachedToRef") ?? "", StringComparer.Ordinal);
        var next = flows.Select(f => (From: f.Text("sourceRef") ?? "", To: f.Text("targetRef") ?? ""))
            .Select(f => (From: host.GetValueOrDefault(f.From, f.From), f.To)).Where(f => f.From != f.To).ToLookup(f => f.From, f => f.To, StringComparer.Ordinal);
        var known = free.Select(Id).ToHashSet(StringComparer.Ordinal);
        var reached = next.SelectMany(g => g).ToHashSet(StringComparer.Ordinal);
        var back = BackWays(free.Select(Id).OrderBy(reached.Contains).ToList(), next);
        var columns = known.ToDictionary(id => id, _ => 0, StringComparer.Ordinal);
        for (var round = 0; round < known.Count; round++)
        {
            var moved = false;
            foreach (var (from, to) in next.SelectMany(g => g.Select(to => (g.Key, to))).Where(w => known.Contains(w.Key) && known.Contains(w.to) && !back.Contains(w)))
            {
                if (columns[to] > columns[from])
                    continue;
                columns[to] = columns[from] + 1;
                moved = true;
            }

            if (!moved)
                break;
        }

        return columns;
    }

    private static HashSet<(string, string)> BackWays(List<string> ids, ILookup<string, string> next)
    {
        var back = new HashSet<(string, string)>();
        var state = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var start in ids.Where(id => !state.ContainsKey(id)))
        {
            var path = new Stack<(string Id, IEnumerator<string> Ways)>();
            path.Push((start, next[start].GetEnumerator()));
            state[start] = true;
            while (path.TryPeek(out var top))
            {
                if (!top.Ways.MoveNext())
                {
                    state[top.Id] = false;
                    path.Pop();
                    continue;
                }

                var to = top.Ways.Current;
                if (!state.TryGetValue(to, out var open))
                {
                    state[to] = true;
                    path.Push((to, next[to].GetEnumerator()));
                }
                else if (open)
                {
                    back.Add((top.Id, to));
                }
            }
        }

        return back;
    }

    private static Dictionary<string, Box> Boxes(List<XElement> free, Dictionary<string, Drawn> inside, Dictionary<string, int> columns)
    {
        var boxes = new Dictionary<string, Box>(StringComparer.Ordinal);
        var x = Margin;
        foreach (var column in free.GroupBy(n => columns[Id(n)]).OrderBy(g => g.Key))
        {
            var sizes = column.Select(n => (Id: Id(n), Size: Size(n, inside))).ToList();
            var width = sizes.Max(s => s.Size.Width);
            var y = Margin;
            foreach (var (id, size) in sizes)
            {
                // Small shapes stand in the middle of their row, so that a straight way is drawn straight.
                var row = Math.Max(size.Height, 80);
                boxes[id] = new Box(x + (width - size.Width) / 2, y + (row - size.Height) / 2, size.Width, size.Height);
                y += row + RowGap;
            }

            x += width + ColumnGap;
        }

        return boxes;
    }

    private static (double Width, double Height) Size(XElement node, Dictionary<string, Drawn> inside) =>
        inside.TryGetValue(Id(node), out var drawn) ? (drawn.Width, drawn.Height)
        : node.Name.LocalName.EndsWith("Event", StringComparison.Ordinal) ? (36, 36)
        : node.Name.LocalName.EndsWith("Gateway", StringComparison.Ordinal) ? (50, 50) : (120, 80);

    private static void Attach(List<XElement> attached, Dictionary<string, Box> boxes)
    {
        foreach (var group in attached.Where(b => boxes.ContainsKey(b.Text("attachedToRef") ?? "")).GroupBy(b => b.Text("attachedToRef")!))
        {
            var host = boxes[group.Key];
            var place = 0;
            foreach (var boundary in group)
                boxes[Id(boundary)] = new Box(host.Right - 48 - 44 * place++, host.Bottom - 18, 36, 36);
        }
    }

    private static List<(double X, double Y)> Way(Box from, Box to, ref double lane)
    {
        if (to.X >= from.Right && Math.Abs(from.MiddleY - to.MiddleY) < 1)
            return [(from.Right, from.MiddleY), (to.X, to.MiddleY)];
        if (to.X > from.Right)
        {
            var middle = to.X - ColumnGap / 2;
            return [(from.Right, from.MiddleY), (middle, from.MiddleY), (middle, to.MiddleY), (to.X, to.MiddleY)];
        }

        // Back or straight down: below everything, each on a line of its own.
        lane += 14;
        return [(from.MiddleX, from.Bottom), (from.MiddleX, lane), (to.MiddleX, lane), (to.MiddleX, to.Bottom)];
    }

    private static IEnumerable<Shape> Beside(XElement scope, double right, double top)
    {
        var x = Margin;
        foreach (var element in scope.Elements().Where(e => e.Name.Namespace == BpmnNames.Model && e.Text("id") is not null))
        {
            var size = element.Name.LocalName switch { "dataObjectReference" => (36d, 50d), "dataStoreReference" => (50d, 50d), "textAnnotation" => (120d, 40d), _ => (0d, 0d) };
            if (size.Item1 == 0)
                continue;
            if (x > Margin && x + size.Item1 > right)
                (x, top) = (Margin, top + 70);
            yield return new Shape(Id(element), new Box(x, top, size.Item1, size.Item2));
            x += size.Item1 + RowGap;
        }
    }
}

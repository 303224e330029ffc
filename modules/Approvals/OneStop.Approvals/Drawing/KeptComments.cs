using System.Xml.Linq;

namespace OneStop.Approvals.Drawing;

/// <summary>
/// The drawing board reads a file into objects of its own and writes it anew, and has no place for comments and processing instructions. They are put back before the element they stood before.
/// One whose element was deleted goes to what is left around it.
/// </summary>
internal static class KeptComments
{
    public static string Merge(string before, string after)
    {
        // The declaration at the very start is no processing instruction.
        if (!before.Contains("<!--", StringComparison.Ordinal) && before.LastIndexOf("<?", StringComparison.Ordinal) <= 0)
            return after;
        var comments = ProcessText.Parse(before).DescendantNodes().Where(IsKept).ToList();
        if (comments.Count == 0)
            return after;
        var drawn = ProcessText.Parse(after);
        // A file that comes from elsewhere may still have them.
        var there = drawn.DescendantNodes().Where(IsKept).Select(node => node.ToString()).ToList();
        var missing = comments.FindAll(comment => !there.Remove(comment.ToString()));
        if (missing.Count == 0)
            return after;
        var places = new Places(drawn);
        foreach (var comment in missing)
            places.Put(comment);
        return drawn.Declaration is { } declaration ? $"{declaration}{Environment.NewLine}{drawn.ToString(SaveOptions.DisableFormatting).TrimStart()}" : drawn.ToString(SaveOptions.DisableFormatting);
    }

    private static bool IsKept(XNode node) => node is XComment or XProcessingInstruction;

    private sealed class Places(XDocument drawn)
    {
        private readonly Dictionary<string, XElement> byId = drawn.Descendants().Where(e => e.Attribute("id") is not null).GroupBy(e => e.Attribute("id")!.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

        private readonly Dictionary<XElement, XNode> lastBehind = [];

        public void Put(XNode comment)
        {
            XNode copy = comment is XProcessingInstruction instruction ? new XProcessingInstruction(instruction) : new XComment((XComment)comment);
            foreach (var next in comment.ElementsAfterSelf())
            {
                if (Counterpart(next) is not { } found)
                    continue;
                var gap = found.PreviousNode is XText space && string.IsNullOrWhiteSpace(space.Value) ? space.Value : found.Parent is null ? Environment.NewLine : "";
                found.AddBeforeSelf(copy);
                if (gap.Length > 0)
                    found.AddBeforeSelf(new XText(gap));
                return;
            }

            foreach (var previous in comment.ElementsBeforeSelf().Reverse())
            {
                if (Counterpart(previous) is not { } found)
                    continue;
                var gap = found.PreviousNode is XText space && string.IsNullOrWhiteSpace(space.Value) ? space.Value : found.Parent is null ? Environment.NewLine : "";
                var behind = lastBehind.GetValueOrDefault(found, found);
                behind.AddAfterSelf(copy);
                if (gap.Length > 0)
                    behind.AddAfterSelf(new XText(gap));
                lastBehind[found] = copy;
                return;
            }

            for (var outer = comment.Parent; outer is not null; outer = outer.Parent)
            {
                if (Counterpart(outer) is not { } found)
                    continue;
                found.AddFirst(copy);
                return;
            }

            drawn.Root!.AddBeforeSelf(copy);
        }

        private XElement? Counterpart(XElement old)
        {
            if (old.Parent is null)
                return drawn.Root;
            if (old.Attribute("id") is { } id)
                return byId.GetValueOrDefault(id.Value) is { } found && found.Name == old.Name ? found : null;
            return Counterpart(old.Parent)?.Elements(old.Name).ElementAtOrDefault(old.ElementsBeforeSelf(old.Name).Count());
        }
    }
}

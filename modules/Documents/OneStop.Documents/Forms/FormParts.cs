using OneStop.Documents.Layout;

namespace OneStop.Documents.Forms;

internal static class FormParts
{
    public static Paragraph Centred(params IReadOnlyList<Run> runs) => new(runs) { Align = Align.Centre };
}

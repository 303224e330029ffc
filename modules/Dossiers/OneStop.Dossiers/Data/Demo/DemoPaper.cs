using OneStop.Documents.Contracts;
using OneStop.Dossiers.Components;
using OneStop.Kernel.Time;

namespace OneStop.Dossiers.Data.Demo;

// A paper that looks like one, so that the viewer has something to show.
internal sealed class DemoPaper(IStatutoryForms forms, PaperWords words, TimeProvider time)
{
    public byte[] Draw(string title, string name, DemoDeskPost desk)
    {
        var now = time.GetUtcNow();
        return forms.Result(new ResultData(
            desk.Agency.ParentName, desk.Agency.Name, PlaceNames.WithoutKind(desk.Agency.Name), words.Say("Demo.Number"), now, words.Say("Demo.Title"), title,
            [words.Say("Demo.Body", name, now.VietnamDate().ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture))], null, words.Say("Demo.Signer"), name,
            "https://example.vn", []));
    }
}

using OneStop.Documents.Contracts;
using OneStop.Documents.Forms;
using OneStop.Documents.Forms.Templates;
using OneStop.TestKit;

namespace OneStop.Documents.Tests.Forms;

/// <summary>Every form of both sets is printed; the pictures of docs/screens/forms are taken only when asked for, so that a test run changes no file.</summary>
public sealed class FormPictureTests
{
    private const string Asked = "ONESTOP_SCREENS";

    public static TheoryData<string, StatutoryForm> Forms
    {
        get
        {
            var forms = new TheoryData<string, StatutoryForm>();
            foreach (var form in Enum.GetValues<StatutoryForm>())
            {
                if (form != StatutoryForm.StopNotice)
                    forms.Add("2018", form);
                forms.Add("2025", form);
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Print_EveryFormOfTheSet_HasTheTitleOfItsTemplateAndOnlyLettersThatFontsHave(string set, StatutoryForm form)
    {
        var day = set == "2018" ? new DateOnly(2024, 1, 2) : new DateOnly(2026, 1, 2);
        var template = FormTemplates.Shipped.At(form, day);
        using var pdf = new Pdf(Print(form, day));

        var text = await pdf.FlowingTextAsync();

        Assert.Equal(set, template.Set);
        Assert.Contains(template.Title.Replace('\n', ' '), text, StringComparison.Ordinal);
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u25A1', text);
        if (Environment.GetEnvironmentVariable(Asked) is { Length: > 0 })
            await pdf.PictureAsync(RepositoryRoot.File("docs", "screens", "forms", $"{set}-{template.Key}"));
    }

    private static byte[] Print(StatutoryForm form, DateOnly day)
    {
        FormHeader Of(FormHeader header) => header with { InForceOn = day };
        return form switch
        {
            StatutoryForm.Receipt => Samples.Forms.Receipt(Samples.Receipt with { Header = Of(Samples.Receipt.Header) }),
            StatutoryForm.Supplement => Samples.Forms.Supplement(Samples.Supplement with { Header = Of(Samples.Supplement.Header) }),
            StatutoryForm.Refusal => Samples.Forms.Refusal(Samples.Refusal with { Header = Of(Samples.Refusal.Header) }),
            StatutoryForm.Apology => Samples.Forms.Apology(Samples.Apology with { Header = Of(Samples.Apology.Header) }),
            StatutoryForm.StopNotice => Samples.Forms.StopNotice(Samples.StopNotice with { Header = Of(Samples.StopNotice.Header) }),
            StatutoryForm.ControlSlip => Samples.Forms.ControlSlip(Samples.ControlSlip with { Header = Of(Samples.ControlSlip.Header) }),
            _ => new RegisterForm(FormTexts.Vietnamese, FormTemplates.Shipped).Render(Samples.Register(12) with { InForceOn = day }),
        };
    }
}

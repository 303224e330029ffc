using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OneStop.Kernel.Resources;
using OneStop.Kernel.Texts;
using Xunit;

namespace OneStop.Kernel.Tests;

public sealed class KeptTextsTests : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<ResourceManagerStringLocalizerFactory>().BuildServiceProvider();
    private readonly IStringLocalizer texts;
    private readonly IStringLocalizer plain;

    public KeptTextsTests()
    {
        texts = new KeptTextsFactory(services.GetRequiredService<ResourceManagerStringLocalizerFactory>()).Create(typeof(KernelTexts));
        plain = services.GetRequiredService<IStringLocalizerFactory>().Create(typeof(KernelTexts));
    }

    [Fact]
    public void Every_text_is_said_in_the_readers_language_first_and_again()
    {
        foreach (var culture in new[] { ReadersCulture.Vietnamese, ReadersCulture.English, ReadersCulture.Vietnamese })
        {
            CultureInfo.CurrentUICulture = culture;
            foreach (var text in plain.GetAllStrings(includeParentCultures: true))
                Assert.Equal(plain[text.Name].Value, texts[text.Name].Value);
        }

        CultureInfo.CurrentUICulture = ReadersCulture.Vietnamese;
        var vietnamese = texts["common.bad_format"].Value;
        CultureInfo.CurrentUICulture = ReadersCulture.English;
        Assert.NotEqual(vietnamese, texts["common.bad_format"].Value);
    }

    [Fact]
    public void A_name_without_a_text_says_that_it_has_none()
    {
        Assert.True(texts["no.such.text"].ResourceNotFound);
        Assert.Equal("no.such.text 7", texts["no.such.text {0}", 7].Value);
    }

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = before;
        services.Dispose();
    }
}

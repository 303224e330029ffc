using OneStop.EndToEndTests.Browsing;
using Xunit;

namespace OneStop.EndToEndTests.Journeys;

[Collection(ProductCollection.Name)]
public sealed class CitizenJourneyTests(Product product)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Citizen_RegistersConfirmsAndSignsIn(bool script)
    {
        await using var visitor = await product.VisitAsync(script: script);
        var email = $"moi.{Guid.NewGuid():N}@demo.example";
        await visitor.GoAsync("/dang-ky");
        await visitor.PressAsync("main form.os-form button[type=submit]");
        Assert.NotEqual("", await visitor.ProblemsAsync());
        await visitor.LookForBarriersAsync();

        await FillAsync(visitor, "Name", "Lê Thị Mới");
        await FillAsync(visitor, "BirthDate", "12/03/1990");
        await FillAsync(visitor, "CitizenNumber", script ? "001190011111" : "001190022222");
        await FillAsync(visitor, "Phone", "0912345678");
        await FillAsync(visitor, "Email", email);
        await FillAsync(visitor, "Password", Visitor.Password);
        await FillAsync(visitor, "PasswordAgain", Visitor.Password);
        await visitor.Page.Locator("[name='Input.TermsAccepted'][type=checkbox]").CheckAsync();
        await visitor.PressAsync("main form.os-form button[type=submit]");
        Assert.Equal("", await visitor.ProblemsAsync());
        Assert.Contains("/dang-ky/da-gui", visitor.Page.Url, StringComparison.Ordinal);

        await visitor.OpenMailAsync(email);
        await visitor.LookForBarriersAsync();
        var letter = visitor.Page.Url;
        await visitor.Page.SetViewportSizeAsync(320, 900);
        await visitor.GoAsync("/hom-thu-thu-nghiem");
        await visitor.LookForBarriersAsync();
        await visitor.GoAsync(letter);
        await visitor.PressAsync("main a[href*='xac-nhan-email']");
        if (await visitor.Page.Locator("main form.os-form button[type=submit]").CountAsync() > 0)
            await visitor.PressAsync("main form.os-form button[type=submit]");
        await visitor.SignInAsync(email);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Citizen_FilesWithAMistakeMendsItAndTracksWithoutAccount(bool script)
    {
        await using var citizen = await product.VisitAsync("congdan@demo.example", script, width: 360);
        var filing = new Filing(citizen);
        await filing.StartAsync("1.001776", "Quận Ba Đình", "Phường Trúc Bạch");

        // The mistake: the first part sent as it is, with nothing chosen.
        var draft = citizen.Page.Url;
        var first = await citizen.Page.Locator("main a[href*='/soan/']").First.GetAttributeAsync("href");
        await citizen.GoAsync(first!);
        await citizen.Page.Locator("main form.os-form input[type=text], main form.os-form input[type=tel], main form.os-form textarea").EvaluateAllAsync<object?>("all => all.forEach(i => i.value = '')");
        await citizen.PressAsync("main form.os-form button[type=submit]");
        Assert.NotEqual("", await citizen.ProblemsAsync());
        await citizen.LookForBarriersAsync();
        await citizen.GoAsync(draft);

        await filing.FillInAsync();
        await filing.AddPapersAsync();
        var (code, lookupCode) = await filing.CheckAndSendAsync();

        await using var anyone = await product.VisitAsync(script: script);
        await anyone.GoAsync("/tra-cuu");
        await anyone.Page.Locator("[name='Input.Code']").FillAsync(code);
        await anyone.Page.Locator("[name='Input.LookupCode']").FillAsync(lookupCode);
        await anyone.PressAsync("main form.os-form button[type=submit]");
        Assert.Contains(code, await anyone.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await anyone.LookForBarriersAsync();
        citizen.HasNoComplaint();
        anyone.HasNoComplaint();
    }

    [Fact]
    public async Task Visitor_WithAWrongLookupCode_LearnsNothing()
    {
        await using var anyone = await product.VisitAsync();
        await anyone.GoAsync("/tra-cuu");
        await anyone.Page.Locator("[name='Input.Code']").FillAsync("TAM-ABCDEFGH");
        await anyone.Page.Locator("[name='Input.LookupCode']").FillAsync("ABC123");
        await anyone.PressAsync("main form.os-form button[type=submit]");

        Assert.NotEqual("", await anyone.ProblemsAsync());
        await anyone.LookForBarriersAsync();
    }

    private static Task FillAsync(Visitor visitor, string field, string value) => visitor.Page.Locator($"[name='Input.{field}']").FillAsync(value);
}

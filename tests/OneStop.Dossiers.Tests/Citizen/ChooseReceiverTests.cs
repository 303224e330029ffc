using OneStop.Dossiers.Domain;
using OneStop.Dossiers.Features.ChooseReceiver;
using OneStop.Dossiers.Features.SubmitDossier;
using OneStop.Kernel.Results;
using OneStop.TestKit.Callers;

namespace OneStop.Dossiers.Tests.Citizen;

public sealed class ChooseReceiverTests(CitizenSystem system) : IClassFixture<CitizenSystem>
{
    [Theory]
    [InlineData(null, DossierErrors.UnknownPlace)]
    [InlineData("", DossierErrors.UnknownPlace)]
    [InlineData("12345", DossierErrors.UnknownPlace)]
    [InlineData("123456789012345678901", DossierErrors.UnknownPlace)]
    [InlineData(FilingOrganisation.Orphaned, DossierErrors.NoCompetentUnit)]
    public async Task ChooseReceiver_OfAPlaceThatWillNotDo_IsSaidAtTheFieldAndTheOldOneStays(string? place, string code)
    {
        var id = await system.StartAsync();

        var result = await system.SendAs(system.Citizen, new ChooseReceiver(id, place));

        Assert.Equal((code, nameof(ChooseReceiver.PlaceCode)), (result.Error.Code, result.Error.Field));
        Assert.Equal(FilingOrganisation.Competent, (await system.RowAsync(id)).PlaceCode);
    }

    [Fact]
    public async Task ChooseReceiver_OfADraft_IsWhereItIsSent()
    {
        var id = await system.CompleteAsync();

        await system.DoAs(system.Citizen, new ChooseReceiver(id, FilingOrganisation.Other));
        await system.DoAs(system.Citizen, new SubmitDossier(id));

        var row = await system.RowAsync(id);
        Assert.Equal((FilingOrganisation.Other, "H26.1.2", "/H26/H26.1/H26.1.2/"), (row.PlaceCode, row.ReceivingAgencyCode, row.ReceivingAgencyPath));
        Assert.Single(row.Files);
    }

    [Fact]
    public async Task ChooseReceiver_AfterSending_IsTooLate()
    {
        var id = await system.SentAsync();

        var result = await system.SendAs(system.Citizen, new ChooseReceiver(id, FilingOrganisation.Other));

        Assert.Equal(DossierErrors.DraftOnly, result.Error.Code);
        Assert.Equal(FilingOrganisation.Competent, (await system.RowAsync(id)).PlaceCode);
    }

    [Fact]
    public async Task ChooseReceiver_OfAnothersDraft_FindsNone()
    {
        var id = await system.StartAsync();

        Assert.Equal(ErrorKind.NotFound, (await system.SendAs(TestCallers.Citizen(), new ChooseReceiver(id, FilingOrganisation.Other))).Error.Kind);
    }
}

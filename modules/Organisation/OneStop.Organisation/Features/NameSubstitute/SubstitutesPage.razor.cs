using Microsoft.AspNetCore.Components;
using OneStop.UI;

namespace OneStop.Organisation.Features.NameSubstitute;

public sealed partial class SubstitutesPage
{
    private SubstitutesView? view;
    private string? done;
    private string? message;
    private string? endMessage;
    private IReadOnlyList<FieldProblem>? problems;

    [SupplyParameterFromForm(FormName = "substitute")]
    public SubstitutesInput? Input { get; set; }

    [SupplyParameterFromForm(FormName = "end", Name = "Ended")]
    public string? Ended { get; set; }

    private Choice[] Colleagues => [.. view!.Colleagues.Select(c => new Choice(c.AccountId.ToString(), $"{c.Name} – {c.Title}", Group: c.Department))];

    protected override async Task OnInitializedAsync()
    {
        Input ??= new SubstitutesInput();
        await ReadAsync();
    }

    private async Task NameAsync()
    {
        var result = await Dispatcher.Send(new NameSubstitute(Id(Input!.PostId), Id(Input.AccountId), Input.From, Input.Through));
        (problems, message) = (ErrorTexts.AtFields(result.Errors, "Input."), ErrorTexts.OfWhole(result.Errors));
        if (!result.IsSuccess)
            return;
        done = T["Substitutes.Named"];
        Input = new SubstitutesInput();
        await ReadAsync();
    }

    private async Task EndAsync()
    {
        var result = await Dispatcher.Send(new EndSubstitution.EndSubstitution(Id(Ended) ?? Guid.Empty));
        done = result.IsSuccess ? T["Substitutes.Ended"].Value : null;
        endMessage = result.IsSuccess ? null : ErrorTexts.Describe(result.Error);
        await ReadAsync();
    }

    private async Task ReadAsync() => view = (await Dispatcher.Send(new ReadSubstitutes())).TryGet(out var found) ? found : null;

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}

public sealed class SubstitutesInput
{
    public string? PostId { get; set; }

    public string? AccountId { get; set; }

    public string? From { get; set; }

    public string? Through { get; set; }
}

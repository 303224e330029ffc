using Microsoft.AspNetCore.Components;
using OneStop.Kernel.Results;
using OneStop.UI;

namespace OneStop.Organisation.Features.FillPost;

public partial class FillPostPage
{
    private PostView? post;
    private string? done;
    private IReadOnlyList<FieldProblem>? holderProblems;
    private IReadOnlyList<FieldProblem>? substituteProblems;
    private string? holderMessage;
    private string? substituteMessage;
    private string? endMessage;

    [Parameter] public Guid PostId { get; set; }

    [SupplyParameterFromForm(FormName = "holder")]
    public HolderInput? Holder { get; set; }

    [SupplyParameterFromForm(FormName = "substitute")]
    public SubstituteInput? Stand { get; set; }

    [SupplyParameterFromForm(FormName = "end", Name = "Ended")]
    public string? Ended { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Holder ??= new HolderInput();
        Stand ??= new SubstituteInput();
        await ReadAsync();
    }

    private async Task AssignHolderAsync()
    {
        var result = await Dispatcher.Send(new AssignHolder(PostId, Holder!.SignInName, Holder.Version));
        (holderProblems, holderMessage) = Describe(result.Errors, "Holder.");
        if (result.IsSuccess)
            await SayDoneAsync();
    }

    private async Task AssignSubstituteAsync()
    {
        var result = await Dispatcher.Send(new AssignSubstitute(PostId, Stand!.SignInName, Stand.From, Stand.Through));
        (substituteProblems, substituteMessage) = Describe(result.Errors, "Stand.");
        if (result.IsSuccess)
            await SayDoneAsync();
    }

    private async Task EndAsync()
    {
        var result = await Dispatcher.Send(new EndSubstitution.EndSubstitution(Guid.TryParse(Ended, out var id) ? id : Guid.Empty));
        endMessage = result.IsSuccess ? null : ErrorTexts.Describe(result.Error);
        if (result.IsSuccess)
            await SayDoneAsync();
    }

    private async Task SayDoneAsync()
    {
        done = T["Post.Saved"];
        (Holder, Stand) = (new HolderInput(), new SubstituteInput());
        await ReadAsync();
    }

    private async Task ReadAsync() => post = (await Dispatcher.Send(new ReadPost(PostId))).TryGet(out var found) ? found : null;

    private (IReadOnlyList<FieldProblem> Problems, string? Message) Describe(IReadOnlyList<Error> errors, string form) =>
        ([.. errors.Where(e => e.Field is not null).Select(e => new FieldProblem(form + e.Field, ErrorTexts.Describe(e)))],
            errors.FirstOrDefault(e => e.Field is null) is { } error ? ErrorTexts.Describe(error) : null);
}

public sealed class HolderInput
{
    public string? SignInName { get; set; }

    public long Version { get; set; }
}

public sealed class SubstituteInput
{
    public string? SignInName { get; set; }

    public string? From { get; set; }

    public string? Through { get; set; }
}

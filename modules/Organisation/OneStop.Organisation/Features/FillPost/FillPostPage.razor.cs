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

    [Parameter] public Guid PostId { get; set; }

    [SupplyParameterFromForm(FormName = "holder")]
    public HolderInput? Holder { get; set; }

    [SupplyParameterFromForm(FormName = "substitute")]
    public SubstituteInput? Stand { get; set; }

    private string? SubstituteText => post?.SubstituteName is { } name
        ? T["Post.SubstituteSpan", name, DateText.Write(post.SubstituteFrom)!, DateText.Write(post.SubstituteThrough)!].Value
        : null;

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
        var result = await Dispatcher.Send(new AssignSubstitute(PostId, Stand!.SignInName, Day(Stand.From), Day(Stand.Through), Stand.Version));
        (substituteProblems, substituteMessage) = Describe(result.Errors, "Stand.");
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

    private static DateOnly? Day(string? text) => DateText.TryRead(text, out var day) ? day : null;
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

    public long Version { get; set; }
}
